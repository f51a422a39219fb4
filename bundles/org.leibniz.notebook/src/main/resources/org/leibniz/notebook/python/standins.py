"""In place of packages that are not there: they may be imported, but using them is reported, never guessed."""
import ast
import re

# Packages that published programs ask for and that need native code.
STAND_INS = frozenset(
    "numpy scipy pandas matplotlib pylab sklearn seaborn networkx statsmodels cvxpy cvxopt pulp ortools torch tensorflow"
    " keras jax numba cupy gmpy2 gmpy z3 pyomo plotly bokeh PIL cv2 requests IPython ipywidgets tqdm tabulate"
    " sage symengine shapely geopy pytz dateutil".split()
)
_MENTIONS = re.compile(r"^[ \t]*(?:import|from)[ \t]+.*?\b(?:%s)\b" % "|".join(sorted(STAND_INS)), re.M)


def only_stand_in_for(names):
    """Packages that are there need no stand-in: only these are missing."""
    global STAND_INS, _MENTIONS
    STAND_INS = frozenset(names)
    _MENTIONS = re.compile(r"^[ \t]*(?:import|from)[ \t]+.*?\b(?:%s)\b" % "|".join(sorted(STAND_INS)), re.M)


class Unsupported(ImportError):
    """Something that this executor does not have was used."""


def _refuse(name):
    session = _current[0]
    if session is not None:
        session.unsupported.append(name)
    raise Unsupported("%s is not available in this executor" % name)


def _star(module):
    _refuse(module + ".*")


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
