"""What a notebook does to the text of a block before it is Python: line ends, indentation, prompts, magics."""
import ast
import io
import re

_SPECIAL = re.compile(r"^[ \t]*(?:[%!?]|>>>|In \[\d+\]:)|\?[ \t]*$|=[ \t]*[!%]", re.M)


def _cleaned(source):
    """Line ends, blank lines in front and common indentation as a notebook takes them."""
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    if source[0] in " \t\n":
        lines = source.split("\n")
        while lines and not lines[0].strip():
            del lines[0]
        indent = lines[0][: len(lines[0]) - len(lines[0].lstrip(" \t"))]
        if indent:
            lines = [line[len(indent) :] if line.startswith(indent) else line for line in lines]
        source = "\n".join(lines)
    return source if source.endswith("\n") else source + "\n"


_PROMPT = re.compile(r"^(?:>>>|\.\.\.|In \[\d+\]:|   \.\.\.:) ?")
_HARMLESS = frozenset("matplotlib config load_ext autoreload reload_ext precision pprint xmode colors pylab".split())
_TIMING = frozenset("time timeit prun capture python python3".split())


def special(source):
    """Prompts, magics and shell lines."""
    lines = source.split("\n")
    if _PROMPT.match(lines[0]) and not lines[0].startswith("..."):
        lines = [_PROMPT.sub("", line) for line in lines]
        source = "\n".join(lines)
        if not _SPECIAL.search(source):
            return source
    if lines[0].startswith("%%"):
        name = lines[0][2:].split(None, 1)[0] if lines[0][2:].strip() else ""
        if name not in _TIMING:
            _refuse("%%" + name)
        lines[0] = ""
        return "\n".join(lines)
    try:
        ast.parse(source)
        return source
    except SyntaxError:
        pass
    out = []
    for line in lines:
        text = line.strip()
        indent = line[: len(line) - len(line.lstrip())]
        if text.startswith("!"):
            out.append(indent + "__leibniz_refuse__(%r)" % "shell commands")
        elif text.startswith("%"):
            name, _, rest = text.lstrip("%").partition(" ")
            if name in _HARMLESS:
                out.append(indent + "pass")
            elif name in _TIMING:
                out.append(indent + (rest.strip() or "pass"))
            else:
                out.append(indent + "__leibniz_refuse__(%r)" % ("%" + name))
        elif text.startswith("?") or re.fullmatch(r"[\w.]+\?\??", text):
            out.append(indent + "__leibniz_refuse__(%r)" % "help with ?")
        else:
            out.append(line)
    _current[0].namespace["__leibniz_refuse__"] = _refuse
    return "\n".join(out)


def _quiet(source):
    """Whether the block ends with a semicolon, which keeps its value from being shown."""
    end = source.rstrip()
    if ";" not in end.rpartition("\n")[2]:
        return False
    if end.endswith(";"):
        return True
    import tokenize

    last = None
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.ENDMARKER):
            last = token
    return last is not None and last.string == ";"
