"""How a notebook writes an error down: the layout of IPython 8's context tracebacks, without colours."""
import ast
import linecache
import sys

RULE = "-" * 75
GAP = None
_LONGEST_PIECE = 6
_MOST_FRAMES = 60


class Cell:
    """The source of one block, kept for the tracebacks of later blocks."""

    __slots__ = ("number", "filename", "lines", "tree", "_pieces")

    def __init__(self, number, filename, source):
        self.number = number
        self.filename = filename
        self.lines = source.split("\n")
        if self.lines and not self.lines[-1]:
            self.lines.pop()
        self.tree = None
        self._pieces = None

    def title(self, line):
        return "Cell In[%d], line %s" % (self.number, line)

    def pieces(self):
        """Line ranges that are shown or left out as a whole: simple statements, heads of compound ones, comments between."""
        if self._pieces is None:
            self._pieces = self._trimmed(_joined(_split(self.tree, 1, len(self.lines) + 1)))
        return self._pieces

    def _trimmed(self, pieces):
        kept = []
        for start, end in pieces:
            while start < end and self._blank(start):
                start += 1
            while start < end and self._blank(end - 1):
                end -= 1
            if start < end:
                kept.append((start, end))
        return kept

    def _blank(self, line):
        return line <= len(self.lines) and not self.lines[line - 1].strip()

    def scope(self, line, function):
        """Line range of the innermost function or class around a line, the whole block for module level."""
        best = (1, len(self.lines) + 1)
        if function == "<module>":
            return best
        for node in ast.walk(self.tree):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                start, end = _range(node)
                if start <= line < end and start >= best[0]:
                    best = (start, end)
        return best


def _range(node):
    start = node.lineno
    for decorator in getattr(node, "decorator_list", ()):
        start = min(start, decorator.lineno)
    return start, node.end_lineno + 1


def _split(node, start, end):
    for _, body in ast.iter_fields(node):
        if not (isinstance(body, list) and body and isinstance(body[0], (ast.stmt, ast.ExceptHandler, ast.match_case))):
            continue
        ranges = {}
        for inner in body:
            if isinstance(inner, ast.match_case):
                span = (inner.pattern.lineno, inner.body[-1].end_lineno + 1)
            else:
                span = _range(inner)
            ranges.setdefault(span, inner)
        for span in sorted(ranges):
            for inner_start, inner_end in _split(ranges[span], *span):
                if start < inner_start:
                    yield start, inner_start
                if inner_start < inner_end:
                    yield inner_start, inner_end
                start = inner_end
    yield start, end


def _joined(pieces):
    joined = []
    for start, end in pieces:
        if end <= start:
            continue
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def describe(error, cells, own_files):
    """The parts of an error's text, outermost cause first, as a notebook sends them."""
    if isinstance(error, SyntaxError) and error.filename in cells:
        if not any(frame.f_code.co_filename in cells for frame, _ in _frames(error, own_files)):
            return [_syntax(error, cells)]
    blocks = [_one(error, cells, own_files, 2)]
    seen = {id(error)}
    while True:
        cause = error.__cause__
        if cause is not None:
            message = "\nThe above exception was the direct cause of the following exception:\n"
        elif error.__context__ is not None and not error.__suppress_context__:
            cause = error.__context__
            message = "\nDuring handling of the above exception, another exception occurred:\n"
        if cause is None or id(cause) in seen or len(seen) > 20:
            break
        seen.add(id(cause))
        blocks.append([message])
        blocks.append(_one(cause, cells, own_files, 1))
        error = cause
    parts = [RULE]
    for block in reversed(blocks):
        parts.extend(block)
    return parts


def _one(error, cells, own_files, context):
    name = type(error).__name__
    head = name + "Traceback (most recent call last)".rjust(75 - len(name))
    frames = _frames(error, own_files)
    end = _syntax(error, cells) if isinstance(error, SyntaxError) else only(error)
    return [head] + _shown(frames, cells, context) + [end]


def only(error):
    name = type(error).__name__
    try:
        text = str(error)
    except Exception:
        text = "<unprintable %s object>" % name
    if text.startswith(name + ": ") and type(error).__module__ == "builtins":
        # This interpreter puts the name into some of its messages.
        text = text[len(name) + 2 :]
    return name + ": " + text if text else name


def _frames(error, own_files):
    frames = []
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename not in own_files:
            frames.append((trace.tb_frame, trace.tb_lineno))
        trace = trace.tb_next
    return frames


def _shown(frames, cells, context):
    """Leaves out the middle of long runs of one frame: two stay in front of the gap and one behind it."""
    entries = []
    index = 0
    while index < len(frames):
        end = index
        while end < len(frames) and _key(frames[end]) == _key(frames[index]):
            end += 1
        count = end - index
        if count > 3:
            frame, line = frames[index]
            entries.extend(frames[index : index + 2])
            entries.append(
                "    [... skipping similar frames: %s at line %d (%d times)]\n" % (_name(frame.f_code), line, count - 3)
            )
            entries.append(frames[end - 1])
        else:
            entries.extend(frames[index:end])
        index = end
    if len(entries) > _MOST_FRAMES:
        half = _MOST_FRAMES // 2
        left_out = len(entries) - 2 * half
        entries = entries[:half] + ["    [... skipping %d frames]\n" % left_out] + entries[-half:]
    return [entry if isinstance(entry, str) else _frame(*entry, cells, context) for entry in entries]


def _key(entry):
    return entry[0].f_code, entry[1]


def _name(code):
    return getattr(code, "co_qualname", code.co_name)


def _call(frame):
    code = frame.f_code
    if code.co_name == "<module>":
        return ""
    count = code.co_argcount + code.co_kwonlyargcount
    names = list(code.co_varnames[:count])
    if code.co_flags & 4:
        names.append("*" + code.co_varnames[count])
        count += 1
    if code.co_flags & 8:
        names.append("**" + code.co_varnames[count])
    return ", in %s(%s)" % (_name(code), ", ".join(names))


def _frame(frame, line, cells, context):
    filename = frame.f_code.co_filename
    cell = cells.get(filename)
    if cell is not None and cell.tree is not None:
        lines = _cell_lines(cell, line, frame.f_code.co_name, context)
        return cell.title(line) + _call(frame) + "\n" + lines
    source = linecache.getlines(filename)
    window = range(max(1, line - context), min(len(source), line + context) + 1)
    lines = _numbered([(number, source[number - 1].rstrip("\n")) for number in window], line)
    return "File " + short(filename) + ":" + str(line) + _call(frame) + "\n" + lines


def short(filename):
    """A file's name without the folder that Python looked it up in, so that it is the same on every machine."""
    for folder in sys.path:
        if folder and filename.startswith(folder + "/"):
            return filename[len(folder) + 1 :]
    return filename.rpartition("/lib/")[2] or filename


def _cell_lines(cell, line, function, context):
    low, high = cell.scope(line, function)
    pieces = [piece for piece in cell.pieces() if low <= piece[0] and piece[1] <= high]
    position = next((i for i, piece in enumerate(pieces) if piece[0] <= line < piece[1]), None)
    if position is None:
        return _numbered([(line, cell.lines[line - 1])] if line <= len(cell.lines) else [], line)
    first = max(0, position - context)
    shown = []
    for index in range(first, min(len(pieces), position + context + 1)):
        piece = pieces[index]
        rows = [(number, cell.lines[number - 1]) for number in range(*piece)]
        if index != position and len(rows) > _LONGEST_PIECE:
            right = (_LONGEST_PIECE - 1) // 2
            rows = rows[: _LONGEST_PIECE - 1 - right] + [GAP] + rows[-right:]
        shown.extend(rows)
    return _numbered(shown, line)


def _numbered(rows, current):
    indent = min((len(row[1]) - len(row[1].lstrip()) for row in rows if row and row[1].strip()), default=0)
    out = []
    for row in rows:
        if row is GAP:
            out.append("   (...)\n")
            continue
        number, text = row
        label = str(number)
        if number == current:
            label = "-" * max(0, 5 - len(label)) + "> " + label
        else:
            label = label.rjust(7)
        out.append(label + " " + text[indent:] + "\n")
    return "".join(out)


def _syntax(error, cells):
    name = type(error).__name__
    cell = cells.get(error.filename)
    text = error.text or ""
    if cell is not None:
        where = cell.title(error.lineno)
        if error.lineno and error.lineno <= len(cell.lines):
            text = cell.lines[error.lineno - 1]
    else:
        where = "File %s:%s" % (short(error.filename or "<string>"), error.lineno)
    out = ["  " + where + "\n"]
    stripped = text.strip()
    out.append("    " + stripped + "\n")
    if error.offset is not None:
        lead = len(text) - len(text.lstrip())
        before = text[lead : error.offset - 1]
        out.append("    " + "".join(c if c.isspace() else " " for c in before) + "^\n")
    out.append("%s: %s\n" % (name, error.msg) if error.msg else name + "\n")
    return "".join(out)
