# Programs that do not end, or not soon.
# === an endless loop
while True:
    pass
# --> ends timeout
# === an endless loop that catches everything
while True:
    try:
        while True:
            pass
    except BaseException:
        continue
# --> ends timeout
# === the sum of ten trillion numbers
sum(range(10**13))
# --> ends timeout
# === a power with fifty million digits
len(str(3**(10**8)))
# --> ends timeout, memory, error
# === a large factorial
import math
math.factorial(10**7) % 7
# --> ends timeout, memory
# === a regular expression that backtracks
import re
re.match(r"(a+)+$", "a" * 60 + "b")
# --> ends timeout, error, ok
# === waiting
import time
time.sleep(60)
# --> ends timeout
# === waiting for a lock that nobody frees
import threading
lock = threading.Lock()
lock.acquire()
lock.acquire()
# --> ends timeout
# === waiting for a thread that does not end
import threading
def spin():
    while True:
        pass
thread = threading.Thread(target=spin)
thread.start()
thread.join()
# --> ends timeout
# === an endless daemon left behind
import threading
def spin():
    while True:
        pass
threading.Thread(target=spin, daemon=True).start()
"gone on"
# --> ends ok
# === sympy is asked for too much
from sympy import factorint
factorint(2**521 - 1 + 2**420)
factorint((2**127 - 1) * (2**107 - 1) * (2**89 - 1) * 1000003**3 + 2)
# --> ends timeout
# === a representation that is endless
class Slow:
    def __repr__(self):
        while True:
            pass
Slow()
# --> ends timeout
