# === two equations
from sympy import symbols, Eq, solve
x, y = symbols('x y')
solve((Eq(x + y, 10), Eq(x - y, 2)), (x, y))
# --> value
# | {x: 6, y: 4}
# === a quadratic equation
from sympy import *
x = symbols('x')
solve(x**2 - 5*x + 6, x)
# --> value
# | [2, 3]
# === complex roots
from sympy import *
x = symbols('x')
solve(x**2 + x + 1, x)
# --> value
# | [-1/2 - sqrt(3)*I/2, -1/2 + sqrt(3)*I/2]
# === roots with radicals
from sympy import *
x = symbols('x')
solve(x**2 - 2*x - 4, x), sqrt(50), sqrt(8) * sqrt(2)
# --> value
# | ([1 - sqrt(5), 1 + sqrt(5)], 5*sqrt(2), 4)
# === positive symbols leave out negative roots
from sympy import *
x = symbols('x', positive=True)
solve(x**2 - 9, x)
# --> value
# | [3]
# === factors
from sympy import *
x, y = symbols('x y')
factor(x**3 - 1), factor(x**2 - y**2), factor(x**2 + 2*x*y + y**2)
# --> value
# | ((x - 1)*(x**2 + x + 1), (x - y)*(x + y), (x + y)**2)
# === expansion
from sympy import *
x = symbols('x')
expand((x + 1)**5), expand((x - 2) * (x + 3))
# --> value
# | (x**5 + 5*x**4 + 10*x**3 + 10*x**2 + 5*x + 1, x**2 + x - 6)
# === simplification
from sympy import *
x = symbols('x')
simplify((x**2 - 1) / (x - 1)), simplify(sin(x)**2 + cos(x)**2), cancel((x**2 + 2*x + 1) / (x**2 + x))
# --> value
# | (x + 1, 1, (x + 1)/x)
# === partial fractions
from sympy import *
x = symbols('x')
apart(1 / (x**2 - 1), x), together(1/x + 1/(x + 1))
# --> value
# | (-1/(2*(x + 1)) + 1/(2*(x - 1)), (2*x + 1)/(x*(x + 1)))
# === substitution
from sympy import *
x, y = symbols('x y')
e = x**2 + y
e.subs(x, 3), e.subs({x: 1, y: 2}), e.evalf(subs={x: 2, y: 0.5})
# --> value
# | (y + 9, 3, 4.50000000000000)
# === rational numbers
from sympy import *
Rational(1, 3) + Rational(1, 6), Rational('0.25'), S(1) / 3, nsimplify(0.75)
# --> value
# | (1/2, 1/4, 1/3, 3/4)
# === a number to forty places
from sympy import *
N(pi, 40), sqrt(2).evalf(30), E.evalf()
# --> value
# | (3.141592653589793238462643383279502884197,
# |  1.41421356237309504880168872421,
# |  2.71828182845905)
# === an inequality
from sympy import *
x = symbols('x', real=True)
solve(x**2 < 4, x)
# --> value
# | (-2 < x) & (x < 2)
# === an inequality of one variable as a set
from sympy import *
x = symbols('x')
solve_univariate_inequality(x**2 - 5*x + 6 <= 0, x, relational=False)
# --> value
# | Interval(2, 3)
# === absolute values
from sympy import *
x = symbols('x', real=True)
solve(Abs(x - 1) - 2, x)
# --> value
# | [-1, 3]
# === a system without a solution
from sympy import *
x, y = symbols('x y')
solve([x + y - 1, x + y - 2], [x, y])
# --> value
# | []
# === a system of three
from sympy import *
x, y, z = symbols('x y z')
solve([x + y + z - 6, 2*y + 5*z + 4, 2*x + 5*y - z - 27], [x, y, z])
# --> value
# | {x: 5, y: 3, z: -2}
# === a nonlinear system
from sympy import *
x, y = symbols('x y', real=True)
solve([x**2 + y**2 - 25, x + y - 7], [x, y])
# --> value
# | [(3, 4), (4, 3)]
# === an equation with exponentials
from sympy import *
x = symbols('x', real=True)
solve(Eq(2**x, 32), x), solve(Eq(log(x), 2), x)
# --> value
# | ([5], [exp(2)])
# === solution sets
from sympy import *
x = symbols('x')
solveset(x**2 - 4, x, S.Reals), solveset(x**2 + 1, x, S.Reals)
# --> value
# | ({-2, 2}, EmptySet)
# === polynomials
from sympy import *
x = symbols('x')
p = Poly(x**3 - 6*x**2 + 11*x - 6, x)
p.all_coeffs(), p.degree(), roots(p), p.eval(4)
# --> value
# | ([1, -6, 11, -6], 3, {3: 1, 2: 1, 1: 1}, 6)
# === division of polynomials
from sympy import *
x = symbols('x')
div(x**3 - 2*x + 1, x - 1, x), rem(x**5, x**2 + 1, x), gcd(x**2 - 1, x - 1)
# --> value
# | ((x**2 + x - 1, 0), x, x - 1)
# === matrices
from sympy import Matrix
A = Matrix([[1, 2], [3, 4]])
A.det(), A.inv(), A * A, A.T
# --> value
# | (-2,
# |  Matrix([
# |  [ -2,    1],
# |  [3/2, -1/2]]),
# |  Matrix([
# |  [ 7, 10],
# |  [15, 22]]),
# |  Matrix([
# |  [1, 3],
# |  [2, 4]]))
# === eigenvalues
from sympy import Matrix
Matrix([[2, 0], [0, 3]]).eigenvals(), Matrix([[2, 1], [1, 2]]).rank()
# --> value
# | ({2: 1, 3: 1}, 2)
# === printing a matrix
from sympy import Matrix, pprint
print(Matrix([[1, 2], [3, 4]]))
Matrix([1, 2, 3])
# --> stdout
# | Matrix([[1, 2], [3, 4]])
# --> value
# | Matrix([
# | [1],
# | [2],
# | [3]])
# === reduced row echelon form
from sympy import Matrix
Matrix([[1, 2, 3], [4, 5, 6]]).rref()
# --> value
# | (Matrix([
# |  [1, 0, -1],
# |  [0, 1,  2]]),
# |  (0, 1))
# === equality of expressions
from sympy import *
x = symbols('x')
(x + 1)**2 == x**2 + 2*x + 1, expand((x + 1)**2) == x**2 + 2*x + 1, Eq(x, x)
# --> value
# | (False, True, True)
# === parsing an expression
from sympy import sympify, parse_expr
sympify("2*x + 3*x"), parse_expr("(1 + 2)**3")
# --> value
# | (5*x, 27)
# === LaTeX
from sympy import *
x = symbols('x')
print(latex(x**2 / 3 + sqrt(x)))
latex(Rational(3, 4))
# --> stdout
# | \sqrt{x} + \frac{x^{2}}{3}
# --> value
# | '\\frac{3}{4}'
# === piecewise functions
from sympy import *
x = symbols('x')
f = Piecewise((0, x < 0), (x**2, True))
f.subs(x, 3), f.subs(x, -1)
# --> value
# | (9, 0)
# === an equation for one variable of several
from sympy import *
a, b, c = symbols('a b c')
solve(Eq(a * b + c, 10), b)
# --> value
# | [(10 - c)/a]
# === logarithms
from sympy import *
log(8, 2), simplify(log(E**3)), expand_log(log(symbols('p', positive=True)**2))
# --> value
# | (3, 3, 2*log(p))
# === pretty printing
from sympy import *
x = symbols('x')
pprint(x**2 + 1/x)
# --> stdout
# |  2   1
# | x  + ─
# |      x
