"""What a block wrote, in memory that its process shares with the fork server: a killed block's output is not lost.

The program can write into this memory as it likes, so whoever reads it trusts nothing. The first characters stay where they
were written, of the others a ring keeps the last. A byte that no UTF-8 has begins each change of channel.
"""
import mmap
import struct

_MARK = b"\xff"
_HEADER = struct.Struct("<QQQ")
CUT = 4


class Transcript:
    """Keeps so many characters; the middle of more is left out."""

    def __init__(self, limit):
        self.half = max(1, limit // 2)
        # Four bytes a character hold any text and any change of channel, so that nothing is lost that should be kept.
        self.area = 4 * self.half
        self.memory = mmap.mmap(-1, _HEADER.size + 2 * self.area)
        self.clear()

    def close(self):
        self.memory.close()

    def clear(self):
        self.channel = -1
        self.head = self.rest = self.characters = 0
        _HEADER.pack_into(self.memory, 0, 0, 0, 0)

    def append(self, channel, text):
        if not text:
            return
        data = text.encode("utf-8", "backslashreplace")
        if channel != self.channel:
            self.channel = channel
            data = _MARK + bytes((channel,)) + data
        room = min(self.area - self.head, len(data))
        if room:
            start = _HEADER.size + self.head
            self.memory[start : start + room] = data[:room]
            self.head += room
            data = data[room:]
        if data:
            self._append_to_rest(data)
        self.characters += len(text)
        _HEADER.pack_into(self.memory, 0, self.head, self.rest, self.characters)

    def _append_to_rest(self, data):
        self.rest += len(data)
        data = data[-self.area :]
        start = (self.rest - len(data)) % self.area
        base = _HEADER.size + self.area
        first = min(len(data), self.area - start)
        self.memory[base + start : base + start + first] = data[:first]
        self.memory[base : base + len(data) - first] = data[first:]

    def pieces(self):
        """Pairs of channel and text; read by the server, whatever the program wrote into the memory."""
        head, rest, characters = _HEADER.unpack_from(self.memory, 0)
        head = min(head, self.area)
        first = self.memory[_HEADER.size : _HEADER.size + head]
        base = _HEADER.size + self.area
        if rest <= self.area:
            whole = _parsed(first + self.memory[base : base + rest])
            if characters <= 2 * self.half:
                return whole
            return _kept_first(whole, self.half) + [_cut(characters - 2 * self.half)] + _kept_last(whole, self.half)
        start = rest % self.area
        last = self.memory[base + start : base + self.area] + self.memory[base : base + start]
        while last and 0x80 <= last[0] < 0xC0:
            last = last[1:]
        return (
            _kept_first(_parsed(first), self.half)
            + [_cut(max(0, characters - 2 * self.half))]
            + _kept_last(_parsed(last), self.half)
        )


def _cut(characters):
    return (CUT, "\n... %d characters left out ...\n" % characters)


def _parsed(data):
    plain, *marked = data.split(_MARK)
    pieces = [(0, plain.decode("utf-8", "replace"))] if plain else []
    for part in marked:
        if len(part) > 1:
            pieces.append((part[0] & 3, part[1:].decode("utf-8", "replace")))
    return pieces


def _kept_first(pieces, room):
    kept = []
    for channel, text in pieces:
        if room > 0:
            kept.append((channel, text[:room]))
            room -= len(text)
    return kept


def _kept_last(pieces, room):
    kept = []
    for channel, text in reversed(pieces):
        if room > 0:
            kept.append((channel, text[-room:]))
            room -= len(text)
    return kept[::-1]
