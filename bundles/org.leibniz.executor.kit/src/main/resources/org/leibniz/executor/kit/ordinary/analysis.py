# === derivatives
from sympy import *
x = symbols('x')
diff(sin(x)**2, x), diff(x**3, x, 2), diff(exp(2*x), x)
# --> value
# | (2*sin(x)*cos(x), 6*x, 2*exp(2*x))
# === partial derivatives
from sympy import *
x, y = symbols('x y')
f = x**2 * y + y**3
f.diff(x), f.diff(y), f.diff(x, y)
# --> value
# | (2*x*y, x**2 + 3*y**2, 2*x)
# === integrals
from sympy import *
x = symbols('x')
integrate(x**2, x), integrate(x**2, (x, 0, 3)), integrate(cos(x), (x, 0, pi/2))
# --> value
# | (x**3/3, 9, 1)
# === an integral over all numbers
from sympy import *
x = symbols('x')
integrate(exp(-x**2), (x, -oo, oo))
# --> value
# | sqrt(pi)
# === limits
from sympy import *
x = symbols('x')
limit(sin(x)/x, x, 0), limit((1 + 1/x)**x, x, oo), limit(1/x, x, 0, '+')
# --> value
# | (1, E, oo)
# === series
from sympy import *
x = symbols('x')
series(exp(x), x, 0, 4)
# --> value
# | 1 + x + x**2/2 + x**3/6 + O(x**4)
# === sums
from sympy import *
k, n = symbols('k n', integer=True)
summation(k, (k, 1, 100)), summation(1/k**2, (k, 1, oo)), factor(summation(k**2, (k, 1, n)))
# --> value
# | (5050, pi**2/6, n*(n + 1)*(2*n + 1)/6)
# === a sum that is not carried out
from sympy import *
k = symbols('k')
s = Sum(k**2, (k, 1, 10))
s, s.doit()
# --> value
# | (Sum(k**2, (k, 1, 10)), 385)
# === products
from sympy import *
k = symbols('k')
product(k, (k, 1, 5)), Product(k, (k, 1, 3)).doit()
# --> value
# | (120, 6)
# === critical points
from sympy import *
x = symbols('x')
f = x**3 - 3*x
solve(diff(f, x), x), [f.subs(x, c) for c in solve(diff(f, x), x)]
# --> value
# | ([-1, 1], [2, -2])
# === a differential equation
from sympy import *
t = symbols('t')
y = Function('y')
dsolve(y(t).diff(t) - 2*y(t), y(t))
# --> value
# | Eq(y(t), C1*exp(2*t))
# === trigonometry
from sympy import *
sin(pi/6), cos(pi/4), tan(pi/3), asin(Rational(1, 2)), atan(1)
# --> value
# | (1/2, sqrt(2)/2, sqrt(3), pi/6, pi/4)
# === trigonometric equations
from sympy import *
x = symbols('x')
solve(sin(x) - Rational(1, 2), x)
# --> value
# | [pi/6, 5*pi/6]
# === trigonometric identities
from sympy import *
x = symbols('x')
trigsimp(2*sin(x)*cos(x)), expand_trig(sin(2*x))
# --> value
# | (sin(2*x), 2*sin(x)*cos(x))
# === complex numbers
from sympy import *
z = (1 + I)**8
z, Abs(3 + 4*I), re(2 + 3*I), conjugate(1 + I), arg(I)
# --> value
# | ((1 + I)**8, 5, 2, 1 - I, pi/2)
# === the distance of points
from sympy import Point, Line, Circle, Triangle
Point(0, 0).distance(Point(3, 4)), Line(Point(0, 0), Point(1, 1)).slope, Circle(Point(0, 0), 5).area
# --> value
# | (5, 1, 25*pi)
# === the area of a triangle
from sympy import Point, Triangle
t = Triangle(Point(0, 0), Point(4, 0), Point(0, 3))
t.area, t.perimeter, t.circumradius
# --> value
# | (6, 12, 5/2)
# === sequences by recurrence
from sympy import *
n = symbols('n', integer=True)
f = Function('f')
rsolve(f(n) - 2*f(n - 1), f(n), {f(0): 3})
# --> value
# | 3*2**n
# === vectors
from sympy import Matrix
u, v = Matrix([1, 2, 3]), Matrix([4, 5, 6])
u.dot(v), u.cross(v), u.norm()
# --> value
# | (32,
# |  Matrix([
# |  [-3],
# |  [ 6],
# |  [-3]]),
# |  sqrt(14))
# === numeric solution
from sympy import *
x = symbols('x')
nsolve(cos(x) - x, x, 1)
# --> value
# | 0.739085133215161
# === an integral by numbers
from sympy import *
x = symbols('x')
Integral(exp(-x) * sin(x), (x, 0, 1)).evalf(10)
# --> value
# | 0.2458370070
# === mpmath
from mpmath import mp, mpf, quad, sin, pi
mp.dps = 30
mp.sqrt(2), quad(lambda x: x**2, [0, 3])
# --> value
# | (mpf('1.41421356237309504880168872420977'), mpf('9.0'))
# === the precision of mpmath is as it was
from mpmath import mp, mpf
mp.dps, mpf(1) / 3
# --> value
# | (15, mpf('0.33333333333333331'))
# === lambdify with the standard library
from sympy import symbols, lambdify, sqrt
x = symbols('x')
lambdify(x, sqrt(x) + 1, "math")(9.0)
# --> value
# | 4.0
# === interval arithmetic of sets
from sympy import Interval, Union, FiniteSet, S
Interval(0, 2) + Interval(1, 3), Interval(0, 5).intersect(Interval(3, 8)), FiniteSet(1, 2).union(FiniteSet(3)), Interval.open(0, 1).measure
# --> value
# | (Interval(0, 3), Interval(3, 5), {1, 2, 3}, 1)
