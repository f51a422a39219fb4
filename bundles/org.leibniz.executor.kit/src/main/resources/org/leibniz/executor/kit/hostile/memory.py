# Programs that take more memory, stack or output than there is.
# === a list that grows and catches everything
held = []
while True:
    try:
        held.append([0] * 1_000_000)
    except BaseException:
        pass
# --> ends memory, timeout, error, crashed
# === one huge text
"a" * (1 << 40)
# --> ends memory, error, timeout, crashed
# === a list of itself, printed
a = []
a.append(a)
print(a)
# --> ends ok
# === a list nested a hundred thousand deep, printed
a = []
for _ in range(100000):
    a = [a]
a
# --> ends any
# === an expression nested too deep
eval("(" * 5000 + "1" + ")" * 5000)
# --> ends any
# === deep recursion that catches its end
def f():
    try:
        f()
    finally:
        f()
f()
# --> ends timeout, error, crashed, memory
# === deep recursion through sympy
from sympy import symbols, sin
x = symbols('x')
for _ in range(3000):
    x = sin(x)
str(x)[:5]
# --> ends any
# === output without end
while True:
    print("flood" * 1000)
# --> ends timeout, truncated
# === a value of a hundred megabytes
"x" * 100_000_000
# --> ends truncated, ok, memory, timeout
# === an error with a message of fifty megabytes
raise ValueError("x" * 50_000_000)
# --> ends error, memory, timeout, truncated
# === a zip bomb
import zlib
packed = zlib.compress(bytes(10_000_000), 9)
for _ in range(3):
    packed = zlib.compress(packed * 100, 9)
data = packed
while True:
    data = zlib.decompress(data) * 10
# --> ends memory, error, timeout, crashed
# === a million threads
import threading, time
while True:
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
# --> ends error, timeout, crashed, memory
