# === a variable lives on
x = 20
# --- then
x + 22
# --> value
# | 42
# === a function defined earlier
def double(n):
    return 2 * n
# --- then
y = double(4)
y
# --> value
# | 8
# --- then
double(y)
# --> value
# | 16
# === an import of an earlier block
from math import sqrt, pi
# --- then
sqrt(16) + int(pi)
# --> value
# | 7.0
# === symbols of an earlier block
from sympy import symbols, solve
x = symbols('x')
# --- then
roots = solve(x**2 - 9, x)
roots
# --> value
# | [-3, 3]
# --- then
sum(roots), max(roots)
# --> value
# | (0, 3)
# === after an error the names before it are there
a = 1
b = a / 0
# --> error ZeroDivisionError: division by zero
# --- then
a, 'b' in globals()
# --> value
# | (1, False)
# === after an error in the middle what was printed stays
print("first")
undefined_name
print("never")
# --> stdout
# | first
# --> error NameError: name 'undefined_name' is not defined
# --- then
print("second")
# --> stdout
# | second
# === a class of an earlier block
class Account:
    def __init__(self, balance):
        self.balance = balance
# --- then
a = Account(10)
a.balance += 5
# --- then
a.balance
# --> value
# | 15
# === last values
6 * 7
# --> value
# | 42
# --- then
_ + 1
# --> value
# | 43
# --- then
_ + _1
# --> value
# | 85
# === inputs and outputs are remembered
2 + 3
# --> value
# | 5
# --- then
Out[1], len(In)
# --> value
# | (5, 3)
# === a redefinition takes effect
def f():
    return 1
def g():
    return f()
g()
# --> value
# | 1
# --- then
def f():
    return 2
# --- then
g()
# --> value
# | 2
# === deleting a name
x = 5
del x
# --- then
x
# --> error NameError: name 'x' is not defined
# === a generator goes on
g = (n * n for n in range(10))
next(g), next(g)
# --> value
# | (0, 1)
# --- then
next(g)
# --> value
# | 4
# === a syntax error leaves the state alone
x = 1
# --- then
x = = 2
# --> error SyntaxError
# --- then
x
# --> value
# | 1
# === mutable state
log = []
def add(x):
    log.append(x)
    return len(log)
add("a")
# --> value
# | 1
# --- then
add("b")
# --> value
# | 2
# --- then
log
# --> value
# | ['a', 'b']
# === an error inside a function of an earlier block
def ratio(a, b):
    return a / b
# --- then
ratio(1, 0)
# --> error ZeroDivisionError: division by zero
# --- then
ratio(1, 4)
# --> value
# | 0.25
# === leaving a block early
import sys
print("before")
sys.exit()
# --> stdout
# | before
# --- then
print("still here")
# --> stdout
# | still here
# === precision set in one block holds in the next
from decimal import Decimal, getcontext
getcontext().prec = 6
# --- then
Decimal(1) / 7
# --> value
# | Decimal('0.142857')
# === ten blocks
total = 0
# --- then
total += 1
# --- then
total += 2
# --- then
total += 3
# --- then
total += 4
# --- then
total += 5
# --- then
total += 6
# --- then
total += 7
# --- then
total += 8
# --- then
total
# --> value
# | 36
# === an iterator over blocks and imports by name
import itertools as it
c = it.count(10, 5)
# --- then
[next(c) for _ in range(3)]
# --> value
# | [10, 15, 20]
# --- then
next(c)
# --> value
# | 25
