# Programs that change the interpreter, the libraries or what speaks for them.
# === builtins are replaced
import builtins
builtins.len = builtins.sum = builtins.print = None
builtins.__import__ = None
# --> ends any
# === builtins are emptied
import builtins
builtins.__dict__.clear()
# --> ends any
# === sympy is replaced
import sympy
sympy.solve = lambda *a, **k: [666]
sympy.Symbol.__add__ = lambda a, b: 666
sympy.Integer.__new__ = None
# --> ends any
# === sympy's modules are taken away
import sys
for name in list(sys.modules):
    if name.startswith("sympy") or name == "math":
        del sys.modules[name]
# --> ends any
# === arithmetic is changed
import math, operator
math.sqrt = lambda x: 666.0
math.pi = 3
operator.add = lambda a, b: 666
# --> ends ok, error
# === sympy's settings are changed
from sympy import init_printing
from sympy.core.parameters import global_parameters
global_parameters.evaluate = False
# --> ends ok, error
# === every object of the interpreter is looked at
import gc
for thing in gc.get_objects():
    try:
        if isinstance(thing, dict) and "run_block" in thing:
            thing["run_block"] = thing["open_session"] = lambda *a: None
    except BaseException:
        pass
# --> ends any
# === the frames of the notebook are found
import sys
frame = sys._getframe()
while frame:
    for name in list(frame.f_globals):
        if name not in ("__builtins__",):
            frame.f_globals[name] = None
    frame = frame.f_back
# --> ends any
# === classes of the notebook are found
for cls in object.__subclasses__():
    if cls.__module__ == "leibniz":
        for name in list(vars(cls)):
            try:
                setattr(cls, name, None)
            except BaseException:
                pass
# --> ends any
# === every open file is written to
import os
for descriptor in range(64):
    try:
        os.write(descriptor, b"\x00\x00\x00\x06\x00\x00\x00\x01=\xff")
    except OSError:
        pass
# --> ends any
# === a reply is forged on standard output
import sys
sys.__stdout__.write("\x00\x00\x00\x01+")
print("\x00\x00\x00\x05=\x00\x00\x00\x00")
# --> ends ok, error
# === every open file is closed
import os
os.closerange(0, 64)
print("closed")
# --> ends any
# === standard output is taken away
import sys
sys.stdout = sys.stderr = sys.__stdout__ = None
del sys.stdin
print("nowhere")
# --> ends any
# === hooks are set
import sys, atexit, threading
sys.excepthook = sys.displayhook = sys.unraisablehook = lambda *a: 1 / 0
sys.settrace(lambda *a: 1 / 0)
atexit.register(lambda: 1 / 0)
# --> ends any
# === a profile that raises in everything
import sys
def bad(*a):
    raise SystemExit
sys.setprofile(bad)
x = len("abc")
# --> ends any
# === the recursion limit is taken down
import sys
sys.setrecursionlimit(60)
# --> ends any
# === byte code that crashes
import types
code = (lambda: 0).__code__.replace(co_code=bytes([100, 255] * 10 + [83, 0]), co_consts=())
eval(types.FunctionType(code, {})() or "1")
# --> ends any
# === an exception that is no exception
class Evil(BaseException):
    def __str__(self):
        raise self
    __repr__ = __str__
    @property
    def __traceback__(self):
        raise self
raise Evil
# --> ends error, crashed
# === a value that lies about everything
class Evil:
    def __getattribute__(self, name):
        raise SystemExit(name)
    def __repr__(self):
        raise KeyboardInterrupt
Evil()
# --> ends error, crashed, ok
# === decimals and locale are changed
import decimal, locale, warnings
decimal.getcontext().prec = 1
decimal.DefaultContext.prec = 1
warnings.simplefilter("error")
# --> ends any
