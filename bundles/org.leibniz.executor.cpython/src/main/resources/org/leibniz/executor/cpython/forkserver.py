"""A process with the libraries loaded, which forks one process for each session and carries the host's messages to them.

Frames on standard input and output: length (4 bytes, of what follows), session (4 bytes), kind (1 byte), body.
Requests: O opens a session (seed), R runs a block in it, P asks for its output so far, T for its processor time, K ends it.
Replies: + the server is ready, = a block ended, ~ output so far, % processor time, ! a session's process ended, or the
server cannot work where the session is 0. All bodies are those of the host's class Reply.
"""
import gc
import importlib.util
import json
import os
import select
import socket
import struct
import time

_LENGTH = struct.Struct(">I")
_LONGEST_REPLY = 64 << 20


def _text(text):
    data = text.encode("utf-8", "replace")
    return _LENGTH.pack(len(data)) + data


class _Served:
    """A session as the server sees it."""

    def __init__(self, number, process, channel, transcript):
        self.number = number
        self.process = process
        self.watch = os.pidfd_open(process)
        self.channel = channel
        self.transcript = transcript
        self.received = bytearray()
        self.unsent = b""
        self.running = False
        self.begun = 0

    def processor_time(self):
        """Nanoseconds, of all threads of the process. See clock_getcpuclockid(3)."""
        try:
            return time.clock_gettime_ns((~self.process << 3) | 2)
        except OSError:
            return self.begun


class Server:
    def __init__(self, isolated, memory, output):
        self.isolated = isolated
        self.memory = memory
        self.output = output
        self.sessions = {}
        self.by_descriptor = {}
        self.poll = select.epoll()
        self.host = _Host(0)
        self.out = os.dup(1)

    def serve(self):
        self.poll.register(self.host.fileno(), select.EPOLLIN)
        self.reply(0, b"+")
        while True:
            # One event at a time: a request may close a descriptor whose number the next session gets.
            for descriptor, events in self.poll.poll(-1, 1):
                if descriptor == self.host.fileno():
                    self.request()
                    continue
                session = self.by_descriptor.get(descriptor)
                if session is None:
                    continue
                if descriptor == session.watch:
                    self.ended(session)
                    continue
                if events & select.EPOLLOUT:
                    self.send(session)
                if events & (select.EPOLLIN | select.EPOLLHUP | select.EPOLLERR):
                    self.receive(session)

    def reply(self, number, body):
        data = memoryview(_LENGTH.pack(len(body) + 4) + _LENGTH.pack(number) + body)
        while data:
            data = data[os.write(self.out, data) :]

    def request(self):
        # What was read beyond a frame would not wake the poll again.
        while True:
            head = self.host.read(9)
            if len(head) < 9:
                os._exit(0)
            length, number = struct.unpack(">II", head[:8])
            body = self.host.read(length - 5)
            if len(body) < length - 5:
                os._exit(0)
            self.carry_out(number, head[8:], body)
            if not self.host.holds_more():
                return

    def carry_out(self, number, kind, body):
        session = self.sessions.get(number)
        if kind == b"O":
            try:
                self.open(number, struct.unpack(">q", body)[0])
            except OSError as error:
                self.reply(number, b"!" + _text(str(error)))
        elif session is None:
            return
        elif kind == b"R":
            session.running = True
            session.begun = session.processor_time()
            session.unsent += _LENGTH.pack(len(body)) + body
            self.send(session)
        elif kind == b"T":
            self.reply(number, b"%" + struct.pack(">q", (session.processor_time() - session.begun) // 1_000_000))
        elif kind == b"P":
            self.reply(number, b"~" + self.pieces(session))
        elif kind == b"K":
            self.forget(session)

    def open(self, number, seed):
        ours, theirs = socket.socketpair()
        transcript = Transcript(self.output)
        process = fork(self.isolated)
        if process == 0:
            try:
                _session(theirs, transcript, self.isolated, self.memory, seed)
            finally:
                os._exit(70)
        theirs.close()
        ours.setblocking(False)
        session = _Served(number, process, ours, transcript)
        self.sessions[number] = session
        for descriptor in (ours.fileno(), session.watch):
            self.by_descriptor[descriptor] = session
            self.poll.register(descriptor, select.EPOLLIN)

    def send(self, session):
        try:
            while session.unsent:
                session.unsent = session.unsent[session.channel.send(session.unsent) :]
        except BlockingIOError:
            pass
        except OSError:
            # Its end will be told by its other descriptor.
            session.unsent = b""
        self.watch_for_room(session)

    def watch_for_room(self, session):
        try:
            self.poll.modify(session.channel, select.EPOLLIN | (select.EPOLLOUT if session.unsent else 0))
        except OSError:
            # Its channel has ended; its process will too.
            pass

    def receive(self, session):
        try:
            data = session.channel.recv(1 << 16)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self.unwatch(session.channel.fileno())
            return
        session.received += data
        if len(session.received) < 4:
            return
        length = _LENGTH.unpack_from(session.received)[0]
        if length > _LONGEST_REPLY or len(session.received) > length + 4 or not session.running:
            # No honest notebook says that: the program speaks in its place.
            os.kill(session.process, 9)
            self.unwatch(session.channel.fileno())
            return
        if len(session.received) == length + 4:
            body = bytes(session.received[4:])
            session.received.clear()
            self.finished(session, body)

    def finished(self, session, body):
        try:
            texts = json.loads(body)
            ending = b"".join(_text(texts[i]) for i in range(5))
        except Exception:
            os.kill(session.process, 9)
            return
        session.running = False
        spent = (session.processor_time() - session.begun) // 1_000_000
        self.reply(session.number, b"=" + self.pieces(session) + struct.pack(">q", spent) + ending)

    def pieces(self, session):
        pieces = session.transcript.pieces()
        return _LENGTH.pack(len(pieces)) + b"".join(bytes((channel,)) + _text(text) for channel, text in pieces)

    def ended(self, session):
        if session.running:
            try:
                self.receive(session)
            except OSError:
                pass
        status = self.forget(session)
        signal = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        how = "signal %d" % signal if signal else "exit status %d" % os.WEXITSTATUS(status)
        self.reply(session.number, b"!" + _text("the program's process ended with " + how))

    def unwatch(self, descriptor):
        try:
            self.poll.unregister(descriptor)
        except OSError:
            pass

    def forget(self, session):
        del self.sessions[session.number]
        try:
            os.kill(session.process, 9)
        except ProcessLookupError:
            pass
        # Closing alone would not do: sessions that begin right now still hold copies.
        for descriptor in (session.channel.fileno(), session.watch):
            del self.by_descriptor[descriptor]
            self.unwatch(descriptor)
        session.channel.close()
        os.close(session.watch)
        status = os.waitpid(session.process, 0)[1]
        session.transcript.close()
        return status


class _Host:
    """The host's requests; knows whether more of them has been read already."""

    def __init__(self, descriptor):
        self._descriptor = descriptor
        self._data = bytearray()

    def fileno(self):
        return self._descriptor

    def holds_more(self):
        return bool(self._data)

    def read(self, count):
        while len(self._data) < count:
            more = os.read(self._descriptor, 1 << 16)
            if not more:
                return b""
            self._data += more
        taken = bytes(self._data[:count])
        del self._data[:count]
        return taken


def _session(channel, transcript, isolated, memory, seed):
    """The life of a session's process."""
    stray = os.memfd_create("output") if hasattr(os, "memfd_create") else os.open("/dev/null", os.O_RDWR)
    os.dup2(channel.fileno(), 3) if channel.fileno() != 3 else None
    os.dup2(stray, 1)
    os.dup2(stray, 2)
    os.dup2(os.open("/dev/null", os.O_RDONLY), 0)
    enter(isolated, memory)
    os.closerange(4, 1 << 16)
    _target[0] = transcript.append
    session = open_session(seed)
    own = os.getpid()
    while True:
        code = _received(3)
        transcript.clear()
        result = run_block(session, code.decode("utf-8", "replace"))
        if os.getpid() != own:
            os._exit(0)
        written = os.fstat(1).st_size
        if written:
            transcript.append(OUT, os.pread(1, min(written, 1 << 20), 0).decode("utf-8", "replace"))
            os.ftruncate(1, 0)
            os.lseek(1, 0, 0)
        limit = 2 * transcript.half
        data = json.dumps([_clipped(str(text), limit) for text in result]).encode()
        data = memoryview(_LENGTH.pack(len(data)) + data)
        while data:
            data = data[os.write(3, data) :]


def _clipped(text, limit):
    if len(text) <= limit:
        return text
    half = limit // 2
    return text[:half] + "\n... %d characters left out ...\n" % (len(text) - 2 * half) + text[-half:]


def _received(descriptor):
    def exactly(count):
        data = b""
        while len(data) < count:
            more = os.read(descriptor, count - len(data))
            if not more:
                os._exit(0)
            data += more
        return data

    return exactly(_LENGTH.unpack(exactly(4))[0])


_target = [lambda channel, text: None]


def main(settings):
    isolated = settings["isolated"]
    if isolated:
        become_nobody()
        remember_ids()
    import mpmath
    import numpy
    import numpy.random

    only_stand_in_for([name for name in STAND_INS if importlib.util.find_spec(name) is None])
    start_forked(lambda channel, text: _target[0](channel, text))
    for program in settings["programs"]:
        warm(program)
    gc.collect()
    gc.freeze()
    Server(isolated, settings["memory"], settings["output"]).serve()
