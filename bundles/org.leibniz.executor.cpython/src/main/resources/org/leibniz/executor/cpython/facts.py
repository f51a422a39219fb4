import importlib.metadata as metadata
import json, os, platform, sys

names = "sympy mpmath numpy scipy pandas".split()
versions = ["%s %s" % (name, metadata.version(name)) for name in names]
real = os.path.realpath(sys.executable)
if sys.base_prefix in ("/usr", "/usr/local"):
    folders = [real, os.path.dirname(os.__file__)]
    # Debian links its interpreters to one another, and the environment to one of them.
    link = os.path.join(sys.prefix, "bin", "python3")
    while os.path.islink(link):
        link = os.path.join(os.path.dirname(link), os.readlink(link))
        if not link.startswith(sys.prefix + "/") and link not in folders:
            folders.append(link)
else:
    folders = [sys.base_prefix]
print(json.dumps({"folders": folders, "version": "CPython %s, %s" % (platform.python_version(), ", ".join(versions))}))
