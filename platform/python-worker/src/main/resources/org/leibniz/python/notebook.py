"""Sessions of a notebook: runs blocks in a namespace that lives as long as the session does.

The worker evaluates this file once and calls start(emit), which returns the functions it needs. Nothing here is sent
over the wire: emit(channel, text) hands output to the worker in the order in which it arises.
"""
import ast
import builtins
import decimal
import gc
import io
import linecache
import operator
import random
import re
import sys
import threading
import types
import warnings

OUT, ERR, VALUE, TRACE = 0, 1, 2, 3
OK, ERROR, UNSUPPORTED, MEMORY = "OK", "ERROR", "UNSUPPORTED", "MEMORY"

# Packages that published programs ask for and that need native code.
STAND_INS = frozenset(
    "numpy scipy pandas matplotlib pylab sklearn seaborn networkx statsmodels cvxpy cvxopt pulp ortools torch tensorflow"
    " keras jax numba cupy gmpy2 gmpy z3 pyomo plotly bokeh PIL cv2 requests IPython ipywidgets tqdm tabulate"
    " sage symengine shapely geopy pytz dateutil".split()
)
_MENTIONS = re.compile(r"^[ \t]*(?:import|from)[ \t]+.*?\b(?:%s)\b" % "|".join(sorted(STAND_INS)), re.M)
_SPECIAL = re.compile(r"^[ \t]*(?:[%!?]|>>>|In \[\d+\]:)|\?[ \t]*$|=[ \t]*[!%]", re.M)
_PATCHES = re.compile(r"\.[ \t]*[A-Za-z_]\w*(?:\[.*?\])?[ \t]*(?:[-+*/%&|^@]|//|\*\*|<<|>>)?=(?!=)|\bsetattr\b|\bdelattr\b|__|"
                      r"\bexec\b|\beval\b|\bbuiltins\b|\bvars\b|\bdel\b|\bfor[ \t]+\w+\.|\bas[ \t]+\w+\.|\bsys\b|\binit_printing\b|"
                      r"\binit_session\b|\bglobals\b")

OWN_FILES = frozenset("leibniz/" + name for name in ("notebook.py", "pretty.py", "traceback_text.py", "standins.py"))
_emit = None


class Unsupported(ImportError):
    """Something that this executor does not have was used."""


class Stream(io.TextIOBase):
    """sys.stdout and sys.stderr: hands on what is written at once, so that the order is kept."""

    encoding = "utf-8"
    errors = "backslashreplace"

    def __init__(self, channel, emit):
        self._channel = channel
        self._emit = emit

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError("write() argument must be str, not " + type(text).__name__)
        self._emit(self._channel, str(text))
        return len(text)

    def flush(self):
        pass

    def close(self):
        pass

    def writable(self):
        return True

    def isatty(self):
        return False

    def fileno(self):
        raise io.UnsupportedOperation("fileno")


class Input(io.TextIOBase):
    """sys.stdin: there is nobody to ask."""

    def readable(self):
        return True

    def read(self, size=-1):
        return ""

    def readline(self, size=-1):
        return ""


def _refuse(name):
    session = _current[0]
    if session is not None:
        session.unsupported.append(name)
    raise Unsupported("%s is not available in this executor" % name)


class _StandInType(type):
    """A stand-in's class, so that isinstance(x, numpy.ndarray) is a use like any other."""

    def __instancecheck__(cls, instance):
        return type.__instancecheck__(cls, instance)


def _using(method):
    def use(self, *arguments, **named):
        _refuse(object.__getattribute__(self, "_name"))

    use.__name__ = method
    return use


class StandIn(metaclass=_StandInType):
    """In place of a package that is not there, or of a name in it: may be imported and passed around, not used."""

    def __init__(self, name):
        object.__setattr__(self, "_name", name)

    def __getattr__(self, name):
        own = object.__getattribute__(self, "_name")
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return StandIn(own + "." + name)


for _method in (
    "__call__ __repr__ __str__ __format__ __bytes__ __bool__ __len__ __iter__ __next__ __contains__ __getitem__ __setitem__"
    " __delitem__ __setattr__ __delattr__ __enter__ __exit__ __add__ __radd__ __sub__ __rsub__ __mul__ __rmul__ __matmul__"
    " __rmatmul__ __truediv__ __rtruediv__ __floordiv__ __rfloordiv__ __mod__ __rmod__ __divmod__ __pow__ __rpow__ __neg__"
    " __pos__ __abs__ __invert__ __int__ __float__ __complex__ __index__ __round__ __lt__ __le__ __gt__ __ge__ __and__ __or__"
    " __xor__ __lshift__ __rshift__ __instancecheck__ __mro_entries__ _sympy_"
).split():
    setattr(StandIn, _method, _using(_method))


class _ImportsOfStandIns(ast.NodeTransformer):
    """Turns a program's own imports of missing packages into stand-ins. Libraries still see that they are missing."""

    def visit_Import(self, node):
        if not any(_root(alias.name) in STAND_INS for alias in node.names):
            return node
        statements = []
        for alias in node.names:
            if _root(alias.name) in STAND_INS:
                dotted = alias.name if alias.asname else _root(alias.name)
                statements.append(self._bind(alias.asname or _root(alias.name), dotted, node))
            else:
                statements.append(ast.copy_location(ast.Import([alias]), node))
        return statements

    def visit_ImportFrom(self, node):
        if node.level or _root(node.module or "") not in STAND_INS:
            return node
        statements = []
        for alias in node.names:
            if alias.name == "*":
                call = ast.Call(ast.Name("__leibniz_star__", ast.Load()), [ast.Constant(node.module)], [])
                statements.append(ast.fix_missing_locations(ast.copy_location(ast.Expr(call), node)))
            else:
                statements.append(self._bind(alias.asname or alias.name, node.module + "." + alias.name, node))
        return statements

    @staticmethod
    def _bind(name, dotted, node):
        call = ast.Call(ast.Name("__leibniz_stand_in__", ast.Load()), [ast.Constant(dotted)], [])
        assign = ast.Assign([ast.Name(name, ast.Store())], call)
        return ast.fix_missing_locations(ast.copy_location(assign, node))


def _root(name):
    return name.partition(".")[0]


class Session:
    def __init__(self, seed):
        module = types.ModuleType("__main__", "Automatically created module for IPython interactive environment")
        namespace = module.__dict__
        namespace["__builtins__"] = builtins
        namespace["In"] = [""]
        namespace["Out"] = {}
        namespace["_"] = namespace["__"] = namespace["___"] = ""
        namespace["get_ipython"] = lambda: None
        namespace["display"] = self.display
        namespace["exit"] = namespace["quit"] = _leave
        self.module = module
        self.namespace = namespace
        self.count = 1
        self.cells = {}
        self.unsupported = []
        self.suspicious = False

    def display(self, *values, **unused):
        for value in values:
            _emit(OUT, pretty(value) + "\n")


def _leave(code=None):
    raise SystemExit(code)


_current = [None]


def open_session(seed):
    """A new session; the one before it must be closed."""
    session = Session(seed)
    _current[0] = session
    sys.modules["__main__"] = session.module
    _fresh(seed)
    return session


def _fresh(seed):
    sys.stdout = sys.__stdout__ = _streams[0]
    sys.stderr = sys.__stderr__ = _streams[1]
    sys.stdin = sys.__stdin__ = _streams[2]
    sys.displayhook = sys.__displayhook__
    sys.excepthook = sys.__excepthook__
    sys.setrecursionlimit(_recursion_limit)
    sys.argv = [""]
    random.seed(seed)
    warnings.filters[:] = _filters
    decimal.setcontext(decimal.Context(prec=28))
    mpmath = sys.modules.get("mpmath")
    if mpmath is not None:
        mpmath.mp.prec = 53
        mpmath.mp.pretty = False
        mpmath.iv.prec = 53
    linecache.cache.clear()


def close_session(session):
    """Ends a session. Gives the reason why this worker should serve no other one, empty where there is none."""
    _current[0] = None
    reason = ""
    alive = [thread for thread in threading.enumerate() if thread not in _threads]
    if alive:
        reason = "left %d threads running" % len(alive)
    elif not _intact() or not _same(_quick):
        reason = "changed builtins or a library"
    elif session.suspicious and not _same(_thorough):
        reason = "changed a library"
    session.namespace.clear()
    session.cells.clear()
    return reason


def run_block(session, source):
    """Runs a block; gives status, echoed value, and the error's type, message and traceback."""
    if not source.strip():
        return (OK, "", "", "", "")
    session.unsupported.clear()
    number = session.count
    session.count += 1
    source = _cleaned(source)
    if not session.suspicious and _PATCHES.search(source):
        session.suspicious = True
    filename = "<cell %d>" % number
    cell = Cell(number, filename, source)
    session.cells[filename] = cell
    namespace = session.namespace
    namespace["In"].append(source)
    linecache.cache[filename] = (len(source), None, [line + "\n" for line in cell.lines], filename)
    status, text = OK, ""
    try:
        if _SPECIAL.search(source):
            source = special(source)
        tree = ast.parse(source, filename, "exec")
        cell.tree = tree
        if _MENTIONS.search(source):
            namespace["__leibniz_stand_in__"] = StandIn
            namespace["__leibniz_star__"] = _star
            value = _run_with_stand_ins(ast.parse(source, filename, "exec"), filename, namespace)
        else:
            value = _run(tree, source, filename, namespace)
        if value is not None and not _quiet(source):
            text = pretty(value)
            _emit(VALUE, text)
            _remember(namespace, number, value)
        return _finished(session, OK, text, "", "", "")
    except SystemExit as leave:
        return _left(session, leave)
    except MemoryError as error:
        return _failed(session, MEMORY, error)
    except BaseException as error:
        return _failed(session, ERROR, error)


def _run(tree, source, filename, namespace):
    """Runs a block and gives the value of its last expression, None where it ends with something else.

    Compiles from the source: compiling a tree of Python objects takes this interpreter eighty times as long.
    """
    body = tree.body
    if not body:
        return None
    last = body[-1]
    if not isinstance(last, ast.Expr):
        _run_statements(body, source, filename, namespace)
        return None
    lines = source.split("\n")
    start, column = last.lineno - 1, _characters(lines[last.lineno - 1], last.col_offset)
    end, end_column = last.end_lineno, _characters(lines[last.end_lineno - 1], last.end_col_offset)
    if len(body) > 1:
        _run_statements(body[:-1], "\n".join(lines[:start] + [lines[start][:column]]), filename, namespace)
    part = lines[start:end]
    part[-1] = part[-1][:end_column]
    part[0] = part[0][column:]
    code = compile("\n" * start + "\n".join(part), filename, "eval", dont_inherit=True)
    return eval(code, namespace)


def _run_statements(statements, source, filename, namespace):
    try:
        code = compile(source, filename, "exec", dont_inherit=True)
    except SyntaxError:
        # What stands before the statement that cannot be compiled has run by then, as in a notebook.
        for statement in statements:
            exec(compile(ast.Module([statement], []), filename, "exec", dont_inherit=True), namespace)
        raise
    exec(code, namespace)


def _run_with_stand_ins(tree, filename, namespace):
    body = _ImportsOfStandIns().visit(tree).body
    last = ast.Expression(body.pop().value) if body and isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), filename, "exec", dont_inherit=True), namespace)
    return None if last is None else eval(compile(last, filename, "eval", dont_inherit=True), namespace)


def _characters(line, offset):
    """Characters in front of an offset in UTF-8 bytes."""
    return offset if line.isascii() else len(line.encode("utf-8")[:offset].decode("utf-8", "replace"))


def _remember(namespace, number, value):
    namespace["___"] = namespace.get("__")
    namespace["__"] = namespace.get("_")
    namespace["_"] = value
    namespace["_%d" % number] = value
    outputs = namespace.get("Out")
    if type(outputs) is dict:
        outputs[number] = value


def _finished(session, status, text, kind, message, trace):
    if session.unsupported:
        names = ", ".join(dict.fromkeys(session.unsupported))
        if not kind:
            kind, message = "Unsupported", "%s is not available in this executor" % names
        status = UNSUPPORTED
    return (status, text, kind, message, trace)


def _left(session, leave):
    code = leave.code
    if code is None or code == 0:
        return _finished(session, OK, "", "", "", "")
    kind, message = "SystemExit", str(code)
    trace = "An exception has occurred, use %tb to see the full traceback.\n\nSystemExit: " + message
    _emit(TRACE, trace)
    return _finished(session, ERROR, "", kind, message, trace)


def _failed(session, status, error):
    if isinstance(error, ModuleNotFoundError) and _root(error.name or "") in STAND_INS:
        session.unsupported.append(_root(error.name))
    try:
        trace = " ".join(describe(error, session.cells, OWN_FILES))
    except Exception as failure:
        trace = " ".join([RULE, type(error).__name__ + "Traceback (most recent call last)".rjust(75), only(error)])
    _emit(TRACE, trace)
    try:
        message = str(error)
    except Exception:
        message = ""
    return _finished(session, status, "", type(error).__name__, message, trace)


def _star(module):
    _refuse(module + ".*")


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


def _snapshot(namespaces):
    """What namespaces hold, by identity."""
    return [(namespace, dict(namespace)) for namespace in namespaces]


def _same(shots):
    """Whether all functions, classes and modules are still in their places; counters and caches may change.

    Whole dictionaries are compared first: this interpreter does that a hundred times faster than it walks through one.
    """
    for index, (namespace, before) in enumerate(shots):
        if len(namespace) == len(before) and namespace == before:
            continue
        for name, value in dict(namespace).items():
            was = before.get(name, _ABSENT)
            if value is not was and (_matters(was) or (was is _ABSENT and _matters(value))):
                return False
        if any(name not in namespace and _matters(was) for name, was in before.items()):
            return False
        # A library was loaded or a counter went on: from now on that is how it was.
        shots[index] = (namespace, dict(namespace))
    return True


def _intact():
    """Whether the functions of this file are what they were: a program can find them by way of its frames."""
    own = _everything.__globals__
    return all(own.get(name) is value for name, value in _own)


_ABSENT = object()


def _matters(value):
    return callable(value) or hasattr(type(value), "__get__")


def _everything():
    """The namespaces of all library modules and classes."""
    namespaces = []
    for name, module in list(sys.modules.items()):
        if isinstance(module, types.ModuleType) and name not in ("__main__", "sys"):
            namespaces.append(module.__dict__)
    classes = [object]
    seen = {object}
    for cls in classes:
        namespaces.append(cls.__dict__)
        for inner in type.__subclasses__(cls):
            if inner not in seen:
                seen.add(inner)
                classes.append(inner)
    return namespaces


def start(emit):
    """Called once, before any session."""
    global _emit, _streams, _quick, _thorough, _threads, _filters, _recursion_limit, _own
    _emit = emit
    _streams = (Stream(OUT, emit), Stream(ERR, emit), Input())
    _recursion_limit = sys.getrecursionlimit()
    _filters = list(warnings.filters)
    _threads = frozenset(threading.enumerate())
    import math
    import sympy

    _quick = _snapshot([builtins.__dict__, math.__dict__, random.__dict__, sympy.__dict__])
    _thorough = []
    _own = [(name, value) for name, value in globals().items() if isinstance(value, (types.FunctionType, type))]
    return (open_session, run_block, close_session, remember_libraries)


def remember_libraries():
    """Takes down the state of all libraries, after the programs that load the lazy ones."""
    global _thorough
    _thorough = _snapshot(_everything())
