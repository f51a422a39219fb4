# === eggs sold at the market
eggs = 16
sold = eggs - 3 - 4
sold * 2
# --> value
# | 18
# === a price with tax
price = 120
tax = price * 0.15
price + tax
# --> value
# | 138.0
# === whole division and remainder
17 // 5, 17 % 5, divmod(17, 5)
# --> value
# | (3, 2, (3, 2))
# === division of negative numbers
-17 // 5, -17 % 5, -(-17 // 5), int(-17 / 5)
# --> value
# | (-4, 3, 4, -3)
# === true division gives a float
10 / 5
# --> value
# | 2.0
# === a power of integers is exact
2**200
# --> value
# | 1606938044258990275541962092341162602522202993782792835301376
# === a negative exponent
2**-3, 10**-2
# --> value
# | (0.125, 0.01)
# === a modular power and a modular inverse
pow(7, 222, 1000), pow(3, -1, 11)
# --> value
# | (49, 4)
# === rounding goes to even
round(2.5), round(3.5), round(-0.5), round(2.675, 2), round(1234567, -3)
# --> value
# | (2, 4, 0, 2.67, 1235000)
# === what floats cannot hold
0.1 + 0.2, 0.1 + 0.2 == 0.3, abs(0.1 + 0.2 - 0.3) < 1e-9
# --> value
# | (0.30000000000000004, False, True)
# === large and small floats
1e16, 1e15, 1.5e-5, 123456789.123456789, 1e300 * 1e10
# --> value
# | (1e+16, 1000000000000000.0, 1.5e-05, 123456789.12345679, inf)
# === infinity and what is no number
inf = float('inf')
inf - 1, -inf, inf - inf, float('nan') == float('nan')
# --> value
# | (inf, -inf, nan, False)
# === complex numbers
z = (3 + 4j) * (1 - 2j)
z, abs(3 + 4j), z.real, z.conjugate()
# --> value
# | ((11-2j), 5.0, 11.0, (11+2j))
# === a greatest common divisor
import math
math.gcd(84, 126), math.lcm(4, 6, 10), math.factorial(20), math.comb(52, 5), math.perm(10, 3)
# --> value
# | (42, 60, 2432902008176640000, 2598960, 720)
# === integer roots
import math
math.isqrt(10**20 + 1), round(27 ** (1 / 3)), math.sqrt(2)
# --> value
# | (10000000000, 3, 1.4142135623730951)
# === logarithms
import math
math.log(8, 2), math.log10(1000), math.log2(1024), math.log(math.e)
# --> value
# | (3.0, 3.0, 10.0, 1.0)
# === angles
import math
math.degrees(math.pi), math.sin(math.radians(30)), math.atan2(1, 1), math.hypot(3, 4)
# --> value
# | (180.0, 0.49999999999999994, 0.7853981633974483, 5.0)
# === comparisons chain
x = 5
1 < x <= 5, 1 < x < 5, x == 5.0, True + True
# --> value
# | (True, False, True, 2)
# === bits
5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, bin(37), hex(255), oct(8), int('1011', 2)
# --> value
# | (1, 7, 6, -6, 1024, '0b100101', '0xff', '0o10', 11)
# === compound interest
balance = 1000.0
for year in range(1, 4):
    balance *= 1.05
    print(f"Year {year}: {balance:.2f}")
round(balance, 2)
# --> stdout
# | Year 1: 1050.00
# | Year 2: 1102.50
# | Year 3: 1157.62
# --> value
# | 1157.62
# === the sum of digits of a factorial
import math
sum(int(digit) for digit in str(math.factorial(100)))
# --> value
# | 648
# === primes by a sieve
def primes(limit):
    sieve = [True] * (limit + 1)
    sieve[0:2] = [False, False]
    for i in range(2, int(limit**0.5) + 1):
        if sieve[i]:
            sieve[i * i :: i] = [False] * len(sieve[i * i :: i])
    return [i for i, prime in enumerate(sieve) if prime]

len(primes(10000)), primes(30)
# --> value
# | (1229, [2, 3, 5, 7, 11, 13, 17, 19, 23, 29])
# === Fibonacci numbers with big integers
a, b = 0, 1
for _ in range(300):
    a, b = b, a + b
a
# --> value
# | 222232244629420445529739893461909967206666939096499764990979600
# === the longest chain of Collatz below 3000
def length(n, known={1: 1}):
    path = []
    while n not in known:
        path.append(n)
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps = known[n]
    for m in reversed(path):
        steps += 1
        known[m] = steps
    return steps

max(range(1, 3000), key=length)
# --> value
# | 2919
# === averages
marks = [80, 90, 70, 100]
mean = sum(marks) / len(marks)
print("mean", mean)
mean == 85
# --> stdout
# | mean 85.0
# --> value
# | True
# === the value of a chained assignment is not shown
a = b = 7
# === a float that is whole
4.0 * 2, 7 / 7, float(3)
# --> value
# | (8.0, 1.0, 3.0)
# === unary signs and powers
-2**2, (-2)**2, --3, +-4
# --> value
# | (-4, 4, 3, -4)
