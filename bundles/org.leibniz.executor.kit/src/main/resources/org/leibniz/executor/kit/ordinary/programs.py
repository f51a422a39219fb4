# === a function with defaults
def income(eggs, price=2, *, bonus=0):
    """What is earned."""
    return eggs * price + bonus

income(9), income(9, 3), income(1, bonus=5)
# --> value
# | (18, 27, 7)
# === recursion
def hanoi(n):
    return 0 if n == 0 else 2 * hanoi(n - 1) + 1

hanoi(10)
# --> value
# | 1023
# === memory of a function
from functools import lru_cache

@lru_cache(maxsize=None)
def ways(n, coins=(1, 5, 10, 25, 50)):
    if n == 0:
        return 1
    if n < 0 or not coins:
        return 0
    return ways(n, coins[:-1]) + ways(n - coins[-1], coins)

ways(100)
# --> value
# | 292
# === recursion 500 deep
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)

depth(500)
# --> value
# | 500
# === closures
def counter():
    n = 0
    def next_one():
        nonlocal n
        n += 1
        return n
    return next_one

c = counter()
[c(), c(), c()]
# --> value
# | [1, 2, 3]
# === generators
def squares():
    n = 0
    while True:
        yield n * n
        n += 1

g = squares()
[next(g) for _ in range(5)]
# --> value
# | [0, 1, 4, 9, 16]
# === a class with an operator
class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)
    def __repr__(self):
        return f"Vector({self.x}, {self.y})"

Vector(1, 2) + Vector(3, 4)
# --> value
# | Vector(4, 6)
# === inheritance and properties
class Shape:
    @property
    def area(self):
        return 0
class Square(Shape):
    def __init__(self, side):
        self.side = side
    @property
    def area(self):
        return super().area + self.side**2

Square(3).area, isinstance(Square(1), Shape), Square.__mro__[1].__name__
# --> value
# | (9, True, 'Shape')
# === data classes
from dataclasses import dataclass, field

@dataclass(order=True)
class Item:
    price: float
    name: str = "x"
    tags: list = field(default_factory=list)

sorted([Item(2.0), Item(1.0, "y")]), Item(1.0) == Item(1.0)
# --> value
# | ([Item(price=1.0, name='y', tags=[]), Item(price=2.0, name='x', tags=[])],
# |  True)
# === matching patterns
def describe(x):
    match x:
        case 0:
            return "zero"
        case [a, b]:
            return f"pair {a} {b}"
        case {"k": v}:
            return f"map {v}"
        case _:
            return "other"

[describe(0), describe([1, 2]), describe({"k": 3}), describe("x")]
# --> value
# | ['zero', 'pair 1 2', 'map 3', 'other']
# === assignment expressions
if (n := len("hello")) > 3:
    print("long", n)
[y for x in range(5) if (y := x * x) > 3]
# --> stdout
# | long 5
# --> value
# | [4, 9, 16]
# === exceptions that are handled
try:
    1 / 0
except ZeroDivisionError as e:
    print("caught", e)
else:
    print("never")
finally:
    print("always")
# --> stdout
# | caught division by zero
# | always
# === exceptions of one's own
class TooMany(Exception):
    pass

try:
    raise TooMany("more than 3")
except TooMany as e:
    message = str(e)
message, issubclass(TooMany, Exception)
# --> value
# | ('more than 3', True)
# === a context manager
from contextlib import contextmanager

@contextmanager
def step(name):
    print("begin", name)
    yield 5
    print("end", name)

with step("a") as five:
    print(five)
# --> stdout
# | begin a
# | 5
# | end a
# === loops with else, break and continue
for n in range(2, 10):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, end=" ")
# --> stdout, no line end
# | 2 3 5 7 
# === while with a condition
n, steps = 27, 0
while n != 1:
    n = 3 * n + 1 if n % 2 else n // 2
    steps += 1
steps
# --> value
# | 111
# === lambda and reduce
from functools import partial, reduce
reduce(lambda a, b: a * b, [1, 2, 3, 4]), partial(pow, 2)(5), (lambda *a, **k: (a, k))(1, x=2)
# --> value
# | (24, 32, ((1,), {'x': 2}))
# === decorators
def twice(f):
    def g(*args):
        return f(f(*args))
    return g

@twice
def add_three(x):
    return x + 3

add_three(1)
# --> value
# | 7
# === global variables
total = 0
def add(x):
    global total
    total += x

add(5)
add(6)
total
# --> value
# | 11
# === the main guard
def solve():
    return 42

if __name__ == "__main__":
    print(solve())
# --> stdout
# | 42
# === a value and a semicolon
x = 3; x * 2;
# === a value and a semicolon in text
"a;b"
# --> value
# | 'a;b'
# === only a comment
# nothing to do
# === a function is defined and nothing is shown
def f():
    return 1
# === an expression over several lines
(1 +
 2 +
 3)
# --> value
# | 6
# === the underscore is the last value
a, _, b = (1, 2, 3)
_ + 1
# --> value
# | 3
# === printing inside and value after
def shout(x):
    print("in", x)
    return x * 2

shout(shout(2))
# --> stdout
# | in 2
# | in 4
# --> value
# | 8
# === enumerations
from enum import Enum, auto
class Colour(Enum):
    RED = auto()
    BLUE = auto()

[c.name for c in Colour], Colour.RED.value, Colour["BLUE"] is Colour.BLUE
# --> value
# | (['RED', 'BLUE'], 1, True)
# === types and instances
type(1), type("x"), int, isinstance(True, int), callable(print), type(None)
# --> value
# | (int, str, int, True, True, NoneType)
# === sorting is stable and can be reversed
sorted([(1, "b"), (0, "z"), (1, "a")], key=lambda t: t[0], reverse=True)
# --> value
# | [(1, 'b'), (1, 'a'), (0, 'z')]
# === an iterator class
class Countdown:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n

list(Countdown(4)), sum(Countdown(5))
# --> value
# | ([3, 2, 1, 0], 10)
# === programming by bisection
def root(f, low, high, steps=60):
    for _ in range(steps):
        middle = (low + high) / 2
        if f(low) * f(middle) <= 0:
            high = middle
        else:
            low = middle
    return low

round(root(lambda x: x**3 - 2 * x - 5, 2, 3), 10)
# --> value
# | 2.0945514815
# === dynamic programming
def knapsack(items, room):
    best = [0] * (room + 1)
    for weight, value in items:
        for r in range(room, weight - 1, -1):
            best[r] = max(best[r], best[r - weight] + value)
    return best[room]

knapsack([(12, 4), (2, 2), (1, 1), (1, 2), (4, 10)], 15)
# --> value
# | 15
# === eight queens
def queens(n, row=0, columns=(), rising=(), falling=()):
    if row == n:
        return 1
    return sum(
        queens(n, row + 1, columns + (c,), rising + (row + c,), falling + (row - c,))
        for c in range(n)
        if c not in columns and row + c not in rising and row - c not in falling
    )

queens(6)
# --> value
# | 4
