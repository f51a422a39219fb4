# === division by zero
1 / 0
# --> error ZeroDivisionError: division by zero
# === a name that is not there
answer
# --> error NameError: name 'answer' is not defined
# === a key that is not there
{"a": 1}["b"]
# --> error KeyError: 'b'
# === an index out of range
[1, 2, 3][3]
# --> error IndexError: list index out of range
# === text and number do not add
"a" + 1
# --> error TypeError: can only concatenate str (not "int") to str
# === text that is no number
int("twelve")
# --> error ValueError: invalid literal for int() with base 10: 'twelve'
# === an attribute that is not there
(5).upper()
# --> error AttributeError: 'int' object has no attribute 'upper'
# === an assertion
assert 1 + 1 == 3, "arithmetic"
# --> error AssertionError: arithmetic
# === an error after output
print("working")
for i in range(3):
    print(i)
    if i == 1:
        raise ValueError("stopped at 1")
# --> stdout
# | working
# | 0
# | 1
# --> error ValueError: stopped at 1
# === an error of one's own
class Unsolvable(Exception):
    pass

raise Unsolvable("no root")
# --> error Unsolvable: no root
# === an error while another is handled
try:
    1 / 0
except ZeroDivisionError:
    raise KeyError("second")
# --> error KeyError: 'second'
# === an error with a cause
try:
    int("x")
except ValueError as e:
    raise RuntimeError("cannot read") from e
# --> error RuntimeError: cannot read
# === endless recursion
def f(n):
    return f(n + 1)
f(0)
# --> error RecursionError
# === unbalanced brackets
print((1 + 2)
# --> error SyntaxError
# === a wrong indentation
if True:
x = 1
# --> error IndentationError
# === a module that is not there
import no_such_module
# --> error ModuleNotFoundError: No module named 'no_such_module'
# === a name that a module does not have
from math import no_such_name
# --> error ImportError
# === too few arguments
def f(a, b):
    return a
f(1)
# --> error TypeError: f() missing 1 required positional argument: 'b'
# === unpacking too many
a, b = 1, 2, 3
# --> error ValueError: too many values to unpack (expected 2)
# === an infinite value as an integer
int(float("inf"))
# --> error OverflowError: cannot convert float infinity to integer
# === the square root of a negative number
import math
math.sqrt(-1)
# --> error ValueError: math domain error
# === an empty sequence has no maximum
max([])
# --> error ValueError
# === leaving with a message
import sys
print("before")
sys.exit("no solution")
# --> stdout
# | before
# --> error SystemExit: no solution
# === sympy cannot solve it
from sympy import *
x = symbols('x')
solve(x - cos(x), x)
# --> error NotImplementedError
# === a comparison that sympy cannot decide
from sympy import *
x = symbols('x')
bool(x > 1)
# --> error TypeError
# === an index that is no integer
a = [1, 2]
a[1.0]
# --> error TypeError: list indices must be integers or slices, not float
# === an unhashable key
{[1]: 2}
# --> error TypeError: unhashable type: 'list'
# === nobody answers
n = int(input("How many? "))
# --> stdout, no line end
# | How many? 
# --> error
# === a return outside a function
x = 3
return x
# --> error SyntaxError
# === a local variable before its value
def f():
    total += 1
f()
# --> error UnboundLocalError
# === calling what is no function
x = 5
x(3)
# --> error TypeError: 'int' object is not callable
# === zero has no negative power
0**-1
# --> error ZeroDivisionError
# === the error is in a comprehension
[10 / d for d in (1, 2, 0)]
# --> error ZeroDivisionError: division by zero
# === keyboard interrupts of the program's own
raise KeyboardInterrupt
# --> error KeyboardInterrupt
# === an error whose text fails
class Bad(Exception):
    def __str__(self):
        raise ValueError("no text")

raise Bad()
# --> error Bad
