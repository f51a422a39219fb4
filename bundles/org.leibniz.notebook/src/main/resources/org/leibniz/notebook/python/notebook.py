"""Sessions of a notebook: runs blocks in a namespace that lives as long as the session does.

The worker evaluates this file once and calls start(emit), which returns the functions it needs. Nothing here is sent
over the wire: emit(channel, text) hands output to the worker in the order in which it arises.
"""
import ast
import builtins
import decimal
import linecache
import random
import re
import sys
import threading
import types
import warnings

OUT, ERR, VALUE, TRACE = 0, 1, 2, 3
OK, ERROR, UNSUPPORTED, MEMORY = "OK", "ERROR", "UNSUPPORTED", "MEMORY"

_PATCHES = re.compile(r"\.[ \t]*[A-Za-z_]\w*(?:\[.*?\])?[ \t]*(?:[-+*/%&|^@]|//|\*\*|<<|>>)?=(?!=)|\bsetattr\b|\bdelattr\b|__|"
                      r"\bexec\b|\beval\b|\bbuiltins\b|\bvars\b|\bdel\b|\bfor[ \t]+\w+\.|\bas[ \t]+\w+\.|\bsys\b|\binit_printing\b|"
                      r"\binit_session\b|\bglobals\b")

OWN_FILES = frozenset(
    "leibniz/" + name + ".py"
    for name in "missing streams standins cells libraries pretty traceback_text notebook transcript sandbox forkserver".split()
)
_emit = None


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
    for generator in _random_sources:
        generator.seed(seed)
    warnings.filters[:] = _filters
    decimal.setcontext(decimal.Context(prec=28))
    mpmath = sys.modules.get("mpmath")
    if mpmath is not None:
        mpmath.mp.prec = 53
        mpmath.mp.pretty = False
        mpmath.iv.prec = 53
    _settle_sympy()
    numpy_random = sys.modules.get("numpy.random")
    if numpy_random is not None:
        numpy_random.seed(seed % 2**32)
        # What numpy's own generators ask for where a program gives them no seed.
        sys.modules["numpy.random.bit_generator"].randbits = random.Random(seed).getrandbits
    linecache.cache.clear()


def _settle_sympy():
    """Sets what programs can set in sympy to what it was; its cache is emptied where that changes results."""
    parameters, values = _sympy_parameters
    for name, value in values.items():
        setattr(parameters, name, value)
    for settings, values in _sympy_settings:
        if settings != values:
            settings.clear()
            settings.update(values)


def warm(source):
    """Runs an ordinary program for the sake of what it loads, also while a session is open, which does not notice."""
    states = [(generator, generator.getstate()) for generator in _random_sources]
    try:
        pretty(_run(ast.parse(source), source, "<warm-up>", {"__builtins__": builtins}))
    except BaseException:
        # Whatever a program has done to the interpreter is its own affair.
        pass
    finally:
        for generator, state in states:
            generator.setstate(state)


def _generators():
    """Everything that is random: Python's own and those that sympy keeps for its checks."""
    generators = [random._inst]
    for value in sys.modules["sympy.core.random"].__dict__.values():
        if isinstance(value, random.Random) and value not in generators:
            generators.append(value)
    return generators


def close_session(session):
    """Ends a session. Gives the reason why this worker should serve no other one, empty where there is none."""
    _current[0] = None
    reason = ""
    alive = [thread for thread in threading.enumerate() if thread not in _threads]
    if alive:
        reason = "left %d threads running" % len(alive)
    elif not _intact() or not _same(_quick):
        reason = "changed builtins or a library"
    elif session.suspicious and not (_loaded(_known) and _same(_thorough)):
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


# The language's reference counts the bytes of UTF-8; GraalPy counts characters.
_OFFSETS_ARE_BYTES = ast.parse("'\u00e9'").body[0].end_col_offset == 4


def _characters(line, offset):
    """Characters in front of an offset of the parser's."""
    if line.isascii() or not _OFFSETS_ARE_BYTES:
        return offset
    return len(line.encode("utf-8")[:offset].decode("utf-8", "replace"))


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


def _begin(emit):
    global _emit, _streams, _filters, _recursion_limit, _random_sources, _sympy_parameters, _sympy_settings
    _emit = emit
    _streams = (Stream(OUT, emit), Stream(ERR, emit), Input())
    _recursion_limit = sys.getrecursionlimit()
    _filters = list(warnings.filters)
    from sympy.core.parameters import global_parameters
    from sympy.polys import polyconfig
    from sympy.printing.printer import Printer

    _random_sources = _generators()
    _sympy_parameters = (global_parameters, dict(vars(global_parameters)))
    _sympy_settings = [
        (settings, dict(settings)) for settings in (Printer._global_settings, polyconfig._current_config)
    ]


def start_forked(emit):
    """Called once, before any session, by a worker whose sessions are processes of their own."""
    _begin(emit)
    return (open_session, run_block, warm)


def start(emit):
    """Called once, before any session, by a worker that serves one session after the other."""
    global _quick, _thorough, _known, _threads, _own
    _begin(emit)
    _threads = frozenset(threading.enumerate())
    import math
    import sympy

    _quick = _snapshot([builtins.__dict__, math.__dict__, random.__dict__, sympy.__dict__])
    _thorough = []
    _known = dict(sys.modules)
    _own = [(name, value) for name, value in globals().items() if isinstance(value, (types.FunctionType, type))]
    return (open_session, run_block, close_session, remember_libraries, warm)


def remember_libraries():
    """Takes down the state of all libraries, after the programs that load the lazy ones."""
    global _thorough, _known
    _thorough = _snapshot(_everything())
    _known = dict(sys.modules)
