# === prime numbers
from sympy import isprime, primerange, nextprime, prime, primepi
isprime(97), list(primerange(10, 30)), nextprime(100), prime(100), primepi(1000)
# --> value
# | (True, [11, 13, 17, 19, 23, 29], 101, 541, 168)
# === prime factors
from sympy import factorint, divisors, divisor_count, totient, primefactors
factorint(360), divisors(28), divisor_count(100), totient(36), primefactors(84)
# --> value
# | ({2: 3, 3: 2, 5: 1}, [1, 2, 4, 7, 14, 28], 9, 12, [2, 3, 7])
# === a large prime
from sympy import isprime
isprime(2**127 - 1), isprime(2**67 - 1)
# --> value
# | (True, False)
# === greatest common divisors of sympy
from sympy import gcd, lcm, igcd
gcd(84, 126), lcm(4, 6), igcd(10, 15, 25)
# --> value
# | (42, 12, 5)
# === congruences
from sympy.ntheory.modular import crt
from sympy import mod_inverse
crt([3, 5, 7], [2, 3, 2]), mod_inverse(3, 11)
# --> value
# | ((23, 105), 4)
# === binomials and factorials
from sympy import binomial, factorial, catalan, fibonacci, subfactorial
binomial(10, 3), factorial(10), catalan(5), fibonacci(50), subfactorial(4)
# --> value
# | (120, 3628800, 42, 12586269025, 9)
# === perfect numbers
[n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n]
# --> value
# | [6, 28, 496]
# === Pythagorean triples
[(a, b, c) for a in range(1, 20) for b in range(a, 20) for c in range(b, 30) if a * a + b * b == c * c]
# --> value
# | [(3, 4, 5), (5, 12, 13), (6, 8, 10), (8, 15, 17), (9, 12, 15), (12, 16, 20)]
# === digits
n = 9876
digits = [int(d) for d in str(n)]
sum(digits), max(digits), int("".join(sorted(str(n)))), sum(d**2 for d in digits)
# --> value
# | (30, 9, 6789, 230)
# === another base
def to_base(n, base):
    digits = ""
    while n:
        n, d = divmod(n, base)
        digits = "0123456789ABCDEF"[d] + digits
    return digits or "0"

to_base(255, 16), to_base(10, 2), int("zz", 36)
# --> value
# | ('FF', '1010', 1295)
# === dice
from itertools import product
from fractions import Fraction
rolls = list(product(range(1, 7), repeat=3))
Fraction(sum(1 for r in rolls if sum(r) == 10), len(rolls))
# --> value
# | Fraction(1, 8)
# === derangements
from itertools import permutations
sum(all(p[i] != i for i in range(5)) for p in permutations(range(5)))
# --> value
# | 44
# === a random walk is the same for the same seed
import random
random.seed(42)
[random.randint(1, 6) for _ in range(5)], round(random.random(), 6), random.choice("abc")
# --> value
# | ([6, 1, 1, 6, 3], 0.244892, 'a')
# === shuffling with a seed of one's own
import random
rng = random.Random(1)
a = list(range(6))
rng.shuffle(a)
a, rng.sample(range(100), 3)
# --> value
# | ([2, 3, 5, 0, 4, 1], [63, 97, 57])
# === continued fractions
from sympy import continued_fraction, sqrt, Rational
continued_fraction(Rational(415, 93)), continued_fraction(sqrt(7))
# --> value
# | ([4, 2, 6, 7], [2, [1, 1, 1, 4]])
# === partitions
from sympy.functions.combinatorial.numbers import partition
partition(5), partition(100)
# --> value
# | (7, 190569292)
# === a Diophantine equation
[(x, y) for x in range(50) for y in range(50) if 7 * x + 12 * y == 220]
# --> value
# | [(4, 16), (16, 9), (28, 2)]
# === the last digits of a great power
pow(3, 1000000, 100000), str(2**1000)[-6:], sum(map(int, str(2**1000)))
# --> value
# | (1, '069376', 1366)
# === squares modulo a number
sorted({x * x % 13 for x in range(13)})
# --> value
# | [0, 1, 3, 4, 9, 10, 12]
# === digits of pi by integers
def pi_digits(n):
    unity = 10 ** (n + 10)
    def arctan(x):
        power = total = unity // x
        k, sign = 3, -1
        while power:
            power //= x * x
            total += sign * (power // k)
            k, sign = k + 2, -sign
        return total
    return str(4 * (4 * arctan(5) - arctan(239)) // 10**10)

pi_digits(50)
# --> value
# | '314159265358979323846264338327950288419716939937510'
# === Pascal's triangle
row = [1]
for _ in range(6):
    print(row)
    row = [a + b for a, b in zip([0] + row, row + [0])]
# --> stdout
# | [1]
# | [1, 1]
# | [1, 2, 1]
# | [1, 3, 3, 1]
# | [1, 4, 6, 4, 1]
# | [1, 5, 10, 10, 5, 1]
# === magic square
n = 3
square = [[(n * ((i + j + 1 + n // 2) % n) + (i + 2 * j + 2) % n + 1) for j in range(n)] for i in range(n)]
for r in square:
    print(*r)
{sum(r) for r in square}
# --> stdout
# | 9 2 4
# | 1 6 8
# | 5 7 3
# --> value
# | {15}
# === happy numbers
def happy(n):
    seen = set()
    while n != 1 and n not in seen:
        seen.add(n)
        n = sum(int(d)**2 for d in str(n))
    return n == 1

[n for n in range(1, 50) if happy(n)]
# --> value
# | [1, 7, 10, 13, 19, 23, 28, 31, 32, 44, 49]
