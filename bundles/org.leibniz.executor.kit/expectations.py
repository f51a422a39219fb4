"""Writes into files of ordinary programs what IPython gives for them; what is already there is replaced.

Usage: expectations.py FILE.py...    with a Python that has ipython 8.18, sympy 1.14.0 and mpmath 1.3.0

Only types of errors that a file asks for by hand are kept, because messages differ between versions of Python: an error
without a message in the file stays one.
"""
import io
import os
import random
import re
import sys
import warnings

import mpmath
import sympy
from IPython.core.interactiveshell import InteractiveShell

LONGEST = 2000


class Session:
    """A notebook's kernel, as far as its results are concerned."""

    def __init__(self):
        self.shell = InteractiveShell.instance()
        self.shell.ast_node_interactivity = "last_expr"
        self.shell.history_manager.enabled = False
        self.value = ""
        hook = self.shell.displayhook
        hook.write_output_prompt = hook.write_format_data = hook.finish_displayhook = lambda *unused: None
        hook.write_format_data = self.shown
        self.shell.display_pub.publish = lambda data, **unused: print(data["text/plain"])
        self.shell._showtraceback = lambda *unused: None
        random.seed(0)

    def shown(self, data, metadata=None):
        self.value = data["text/plain"]

    def run(self, code):
        self.value = ""
        out, err, held = io.StringIO(), io.StringIO(), (sys.stdout, sys.stderr)
        sys.stdout, sys.stderr = out, err
        sys.stdin = io.StringIO()
        # Its advice on how to leave is no result.
        warnings.filterwarnings("ignore", "To exit")
        try:
            result = self.shell.run_cell(code, store_history=True)
        finally:
            sys.stdout, sys.stderr = held
        return self.value, out.getvalue(), err.getvalue(), result.error_before_exec or result.error_in_exec


def lines(text):
    for line in text.split("\n"):
        if re.search(r"[\x00-\x08\x0b-\x1f\x7f]", line):
            yield "# ~ " + "".join(c if c >= " " and c not in "\\\x7f" else repr(c)[1:-1] for c in line)
        else:
            yield "# | " + line if line else "# |"


def texts(kind, text):
    if len(text) > LONGEST:
        return ["# --> %s of %d characters" % (kind, len(text))]
    if kind in ("stdout", "stderr"):
        if text.endswith("\n"):
            return ["# --> " + kind, *lines(text[:-1])]
        return ["# --> %s, no line end" % kind, *lines(text)]
    return ["# --> " + kind, *lines(text)]


def error(raised, asked):
    kind = type(raised).__name__
    if asked is None:
        raise SystemExit("unexpected: %r" % raised)
    if asked == "":
        return ["# --> error"]
    wanted, colon, message = asked.partition(": ")
    if wanted != kind:
        raise SystemExit("expected %s, got %r" % (asked, raised))
    if colon and message != str(raised):
        raise SystemExit("expected %s, got %s" % (asked, raised))
    return ["# --> error " + asked]


def filled(program):
    """A program with the results of each block."""
    name, *rest = program.split("\n")
    blocks = re.split(r"^# --- then\n", "\n".join(rest), flags=re.M)
    session = Session()
    out = ["# === " + name]
    for i, block in enumerate(blocks):
        code, marker, expected = block.partition("# --> ")
        asked = re.search(r"^# --> error ?(.*)$", marker + expected, re.M)
        code = code.rstrip("\n")
        value, stdout, stderr, raised = session.run(code + "\n")
        if i:
            out.append("# --- then")
        out.append(code)
        if stdout:
            out += texts("stdout", stdout)
        if stderr:
            out += texts("stderr", stderr)
        if raised is not None and not (isinstance(raised, SystemExit) and raised.code is None):
            out += error(raised, asked and asked[1])
        elif asked:
            raise SystemExit(name + ": no error")
        if value:
            out += texts("value", value)
    return "\n".join(out) + "\n"


def in_child(program):
    """Each program in a process of its own, so that none sees another's changes."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            data = filled(program).encode()
            while data:
                data = data[os.write(write, data) :]
            status = 0
        finally:
            os._exit(status)
    os.close(write)
    with os.fdopen(read, "rb") as results:
        text = results.read().decode()
    if os.waitpid(child, 0)[1]:
        raise SystemExit("in: " + program.split("\n")[0])
    return text


for file in sys.argv[1:]:
    with open(file, encoding="utf-8") as source:
        first, *programs = re.split(r"^# === ", source.read(), flags=re.M)
    results = first + "".join(in_child(program) for program in programs)
    with open(file, "w", encoding="utf-8") as target:
        target.write(results)
