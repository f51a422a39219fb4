"""Two modules that need native code in this interpreter, as far as sympy and mpmath use them."""
import sys
import types


def _modules(codepoint):
    ctypes = types.ModuleType("ctypes")

    class c_long:
        pass

    ctypes.c_long = c_long
    ctypes.sizeof = lambda kind: 8
    sys.modules["ctypes"] = ctypes

    import unicodedata

    def lookup(name):
        found = codepoint(name)
        if found < 0:
            raise KeyError("undefined character name '%s'" % name)
        return chr(found)

    unicodedata.lookup = lookup


_modules(leibniz_codepoint)
del leibniz_codepoint
