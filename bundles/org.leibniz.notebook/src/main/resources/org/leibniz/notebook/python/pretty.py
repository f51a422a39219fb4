"""How a notebook writes a value down: the layout rules of IPython.lib.pretty (8.x) for a page of 79 columns.

A value becomes a document of texts, breaks and groups. A group is written on one line where it and what follows it up
to the next possible break fit; otherwise every break of the group starts a new line at the group's indentation.
"""
import collections
import re
import types

WIDTH = 79
LONGEST = 1000
_ATOMS = (int, float, bool, type(None), complex)


class _Group:
    __slots__ = ("indent", "parts", "width")

    def __init__(self, indent):
        self.indent = indent
        self.parts = []
        self.width = -1


class _Break:
    """Where a line may end. Forced breaks always end it."""

    __slots__ = ("forced",)

    def __init__(self, forced):
        self.forced = forced


_SOFT = _Break(False)
_HARD = _Break(True)
_ENDLESS = 1 << 40


def pretty(value):
    """The text that an interactive session echoes for a value."""
    kind = type(value)
    if kind in _ATOMS or kind is str:
        return repr(value)
    document = _Group(0)
    _Builder().build(value, document)
    out = []
    _write(document, 0, 0, 0, out)
    return "".join(out)


def _width(part):
    """Columns of a part on one line; endless where a break is forced."""
    if type(part) is str:
        return len(part)
    if type(part) is _Break:
        return _ENDLESS if part.forced else 1
    if part.width < 0:
        total = 0
        for inner in part.parts:
            total += _width(inner)
        part.width = total
    return part.width


def _write(group, column, base, trailing, out):
    """Writes a group that starts at a column and is followed by so many columns before the next break; gives the column."""
    base += group.indent
    parts = group.parts
    broken = column + _width(group) + trailing > WIDTH
    # Columns from each part's end to the next break of this group, when this group's breaks are line ends.
    follow = [trailing] * len(parts)
    ahead = trailing
    for i in range(len(parts) - 1, -1, -1):
        follow[i] = ahead
        part = parts[i]
        if type(part) is _Break:
            ahead = 0 if (broken or part.forced) else ahead + 1
        elif type(part) is str:
            ahead += len(part)
        else:
            ahead += min(_width(part), WIDTH)
    for i, part in enumerate(parts):
        if type(part) is str:
            out.append(part)
            column += len(part)
        elif type(part) is _Break:
            if broken or part.forced:
                out.append("\n" + " " * base)
                column = base
            else:
                out.append(" ")
                column += 1
        else:
            column = _write(part, column, base, follow[i], out)
    return column


class _Builder:
    def __init__(self):
        self.open = []

    def build(self, value, group):
        identity = id(value)
        cyclic = identity in self.open
        self.open.append(identity)
        try:
            for cls in type(value).__mro__:
                printer = _PRINTERS.get(cls)
                if printer is not None:
                    printer(self, value, group, cyclic)
                    return
                members = cls.__dict__
                if "_repr_pretty_" in members and callable(getattr(cls, "_repr_pretty_", None)):
                    value._repr_pretty_(_Adapter(self, group), cyclic)
                    return
                if cls is not object and callable(members.get("__repr__")):
                    _representation(self, value, group, cyclic)
                    return
            _representation(self, value, group, cyclic)
        finally:
            self.open.pop()

    def sequence(self, start, end, items, group, length, single=False):
        inner = _Group(len(start))
        inner.parts.append(start)
        for index, item in enumerate(items):
            if index:
                inner.parts.append(",")
                inner.parts.append(_SOFT)
            if index >= LONGEST:
                inner.parts.append("...")
                break
            self.build(item, inner)
        if single and length == 1:
            inner.parts.append(",")
        inner.parts.append(end)
        group.parts.append(inner)

    def mapping(self, start, end, items, group):
        inner = _Group(len(start))
        inner.parts.append(start)
        for index, (key, item) in enumerate(items):
            if index:
                inner.parts.append(",")
                inner.parts.append(_SOFT)
            if index >= LONGEST:
                inner.parts.append("...")
                break
            self.build(key, inner)
            inner.parts.append(": ")
            self.build(item, inner)
        inner.parts.append(end)
        group.parts.append(inner)


class _Adapter:
    """What a class's own _repr_pretty_ method may call."""

    def __init__(self, builder, group):
        self._builder = builder
        self._groups = [group]

    def text(self, text):
        self._groups[-1].parts.append(str(text))

    def breakable(self, sep=" "):
        self._groups[-1].parts.append(_SOFT)

    def break_(self):
        self._groups[-1].parts.append(_HARD)

    def pretty(self, value):
        self._builder.build(value, self._groups[-1])

    def begin_group(self, indent=0, open=""):
        group = _Group(indent)
        if open:
            group.parts.append(open)
        self._groups[-1].parts.append(group)
        self._groups.append(group)

    def end_group(self, dedent=0, close=""):
        if close:
            self._groups[-1].parts.append(close)
        self._groups.pop()

    def group(self, indent=0, open="", close=""):
        adapter = self

        class Scope:
            def __enter__(self):
                adapter.begin_group(indent, open)

            def __exit__(self, *unused):
                adapter.end_group(indent, close)

        return Scope()


def _atom(builder, value, group, cyclic):
    group.parts.append(repr(value))


def _representation(builder, value, group, cyclic):
    lines = repr(value).splitlines() or [""]
    if len(lines) == 1:
        group.parts.append(lines[0])
        return
    inner = _Group(0)
    for index, line in enumerate(lines):
        if index:
            inner.parts.append(_HARD)
        inner.parts.append(line)
    group.parts.append(inner)


def _own_representation(value, base):
    kind = type(value)
    return kind is not base and kind.__repr__ is not base.__repr__


def _sequence_of(base, start, end):
    def printer(builder, value, group, cyclic):
        if _own_representation(value, base):
            group.parts.append(repr(value))
        elif cyclic:
            group.parts.append(start + "..." + end)
        else:
            builder.sequence(start, end, value, group, len(value), base is tuple)

    return printer


def _set_of(base, start, end):
    def printer(builder, value, group, cyclic):
        if _own_representation(value, base):
            group.parts.append(repr(value))
        elif cyclic:
            group.parts.append(start + "..." + end)
        elif not value:
            group.parts.append(base.__name__ + "()")
        else:
            items = value
            if len(value) < LONGEST:
                items = _ordered(value)
            builder.sequence(start, end, items, group, len(value))

    return printer


def _ordered(items):
    items = list(items)
    try:
        return sorted(items)
    except Exception:
        try:
            return sorted(items, key=str)
        except Exception:
            return items


def _dictionary(builder, value, group, cyclic):
    if _own_representation(value, dict):
        group.parts.append(repr(value))
    elif cyclic:
        group.parts.append("{...}")
    else:
        builder.mapping("{", "}", value.items(), group)


def _proxy(builder, value, group, cyclic):
    if cyclic:
        group.parts.append("mappingproxy(...)")
        return
    inner = _Group(len("mappingproxy("))
    inner.parts.append("mappingproxy(")
    builder.build(dict(value), inner)
    inner.parts.append(")")
    group.parts.append(inner)


def _call_of(builder, name, arguments, group):
    inner = _Group(len(name) + 1)
    inner.parts.append(name + "(")
    for index, argument in enumerate(arguments):
        if index:
            inner.parts.append(",")
            inner.parts.append(_SOFT)
        argument(inner)
    inner.parts.append(")")
    group.parts.append(inner)


def _collection(arguments):
    def printer(builder, value, group, cyclic):
        name = type(value).__name__
        if cyclic:
            group.parts.append(name + "(...)")
            return
        _call_of(builder, name, [_argument(builder, one) for one in arguments(value)], group)

    return printer


def _argument(builder, value):
    if type(value) is _Raw:
        return lambda group: group.parts.append(value.text)
    return lambda group: builder.build(value, group)


class _Raw:
    def __init__(self, text):
        self.text = text


def _deque(value):
    arguments = [list(value)]
    if value.maxlen is not None:
        arguments.append(_Raw("maxlen=" + repr(value.maxlen)))
    return arguments


def _qualified(value, name):
    module = getattr(value, "__module__", None)
    if module in (None, "builtins", "exceptions"):
        return name
    return str(module) + "." + name


def _type(builder, value, group, cyclic):
    if "__repr__" in type(value).__dict__ and type(value) is not type:
        _representation(builder, value, group, cyclic)
        return
    name = getattr(value, "__qualname__", None)
    if not isinstance(name, str):
        name = value.__name__
    group.parts.append(_qualified(value, name))


def _function(builder, value, group, cyclic):
    name = _qualified(value, getattr(value, "__qualname__", value.__name__))
    try:
        import inspect

        name += str(inspect.signature(value))
    except Exception:
        pass
    group.parts.append("<function " + name + ">")


def _exception(builder, value, group, cyclic):
    name = _qualified(type(value), getattr(type(value), "__qualname__", type(value).__name__))
    _call_of(builder, name, [_argument(builder, one) for one in getattr(value, "args", ())], group)


_PRINTERS = {
    int: _atom,
    float: _atom,
    bool: _atom,
    complex: _atom,
    type(None): _atom,
    str: _representation,
    tuple: _sequence_of(tuple, "(", ")"),
    list: _sequence_of(list, "[", "]"),
    dict: _dictionary,
    set: _set_of(set, "{", "}"),
    frozenset: _set_of(frozenset, "frozenset({", "})"),
    types.MappingProxyType: _proxy,
    type: _type,
    types.FunctionType: _function,
    types.BuiltinFunctionType: _function,
    types.MethodType: _representation,
    BaseException: _exception,
    re.Pattern: _representation,
    collections.OrderedDict: _collection(lambda value: [list(value.items())] if value else []),
    collections.defaultdict: _collection(lambda value: [value.default_factory, dict(value)]),
    collections.Counter: _collection(lambda value: [dict(value.most_common())] if value else []),
    collections.deque: _collection(_deque),
}
