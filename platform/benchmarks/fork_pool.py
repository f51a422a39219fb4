"""The two plain ways to run programs that Leibniz's cpython is measured against, without limits, sandbox or notebook.

Usage: fork_pool.py pool|fresh|bare WORKERS    programs as a JSON list on the first line of standard input

pool   a warm process with the libraries loaded forks a child for each program
fresh  a new Python process for each program, which imports sympy first, as a notebook has it
bare   a new Python process for each program, which imports only what the program itself imports
Writes "ready", waits for a line, runs all, and writes the programs' outputs as a JSON list.
"""
import contextlib
import io
import json
import os
import selectors
import subprocess
import sys

way, workers = sys.argv[1], int(sys.argv[2])
programs = json.loads(sys.stdin.readline())


def start_fork(program):
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        out = io.StringIO()
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
                exec(compile(program, "<program>", "exec"), {"__name__": "__main__"})
        except BaseException:
            pass
        data = out.getvalue().encode()
        while data:
            data = data[os.write(write, data) :]
        os._exit(0)
    os.close(write)
    return os.fdopen(read, "rb"), lambda: os.waitpid(child, 0)


def start_process(program):
    prelude = "import sympy\n" if way == "fresh" else ""
    process = subprocess.Popen(
        [sys.executable, "-c", prelude + program], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    return process.stdout, process.wait


if way == "pool":
    import mpmath
    import numpy
    import pandas
    import scipy
    import sympy
start = start_fork if way == "pool" else start_process
outputs = [b""] * len(programs)
print("ready", flush=True)
sys.stdin.readline()
running = selectors.DefaultSelector()
for number, program in enumerate(programs + [None] * workers):
    while len(running.get_map()) >= (workers if program is not None else 1):
        for key, events in running.select():
            index, finish = key.data
            data = os.read(key.fd, 1 << 16)
            if data:
                outputs[index] += data
            else:
                running.unregister(key.fileobj)
                key.fileobj.close()
                finish()
    if program is not None:
        stream, finish = start(program)
        running.register(stream, selectors.EVENT_READ, (number, finish))
print(json.dumps([output.decode("utf-8", "replace") for output in outputs]), flush=True)
sys.stdin.readline()
