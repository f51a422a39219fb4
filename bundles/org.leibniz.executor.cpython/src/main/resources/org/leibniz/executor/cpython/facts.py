import importlib.metadata as metadata
import json, os, platform, sys

names = "sympy mpmath numpy scipy pandas".split()
versions = ["%s %s" % (name, metadata.version(name)) for name in names]
real = os.path.realpath(sys.executable)
if sys.base_prefix in ("/usr", "/usr/local"):
    folders = [real, os.path.dirname(os.__file__)]
    # Debian links its interpreters to one another.
    folders += {getattr(sys, "_base_executable", real)} - {real}
else:
    folders = [sys.base_prefix]
print(json.dumps({"folders": folders, "version": "CPython %s, %s" % (platform.python_version(), ", ".join(versions))}))
