

def _leibniz_first(value):
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, dict):
        return list(value.values())[0] if value else None
    if isinstance(value, (list, tuple)):
        return value[0] if value else None
    try:
        return float(value)
    except Exception:
        return str(value)


def _leibniz_rounded(value):
    return round(float(value), 2)


def _leibniz_simplified(value):
    if isinstance(value, sympy.core.relational.Relational):
        return str(value)
    if not isinstance(value, bool) and not value:
        return None
    if isinstance(value, (list, tuple)):
        if isinstance(value[0], sympy.Basic):
            try:
                value = [_leibniz_rounded(v) for v in value]
            except Exception:
                value = [str(v) for v in value]
        if len(value) == 1:
            value = value[0]
    elif isinstance(value, sympy.Basic):
        try:
            value = _leibniz_rounded(value)
        except Exception:
            value = str(value)
    return str(value)


