"""Whether a session left builtins and libraries as it found them."""
import sys
import types


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


def _loaded(modules):
    """Whether an import still gives the modules that it gave."""
    return all(sys.modules.get(name) is module for name, module in modules.items() if name != "__main__")


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
