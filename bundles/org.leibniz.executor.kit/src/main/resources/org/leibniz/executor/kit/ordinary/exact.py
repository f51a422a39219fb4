# === fractions add up
from fractions import Fraction
Fraction(1, 3) + Fraction(1, 6), Fraction(2, 4), Fraction("0.125")
# --> value
# | (Fraction(1, 2), Fraction(1, 2), Fraction(1, 8))
# === fractions and whole numbers
from fractions import Fraction
f = Fraction(7, 2)
print(f, float(f), f.numerator, f.denominator)
f * 2 == 7, f // 1, f % 1, -f, f**2
# --> stdout
# | 7/2 3.5 7 2
# --> value
# | (True, 3, Fraction(1, 2), Fraction(-7, 2), Fraction(49, 4))
# === a fraction near a float
from fractions import Fraction
import math
Fraction(math.pi).limit_denominator(1000), Fraction(0.5)
# --> value
# | (Fraction(355, 113), Fraction(1, 2))
# === a harmonic number
from fractions import Fraction
sum(Fraction(1, n) for n in range(1, 11))
# --> value
# | Fraction(7381, 2520)
# === probability with fractions
from fractions import Fraction
from math import comb
p = Fraction(comb(13, 5), comb(52, 5)) * 4
p, float(p)
# --> value
# | (Fraction(33, 16660), 0.0019807923169267707)
# === decimals are exact
from decimal import Decimal, getcontext
Decimal("0.1") + Decimal("0.2"), Decimal(1) / Decimal(3), Decimal("1.10") * 2
# --> value
# | (Decimal('0.3'), Decimal('0.3333333333333333333333333333'), Decimal('2.20'))
# === decimals with more places
from decimal import Decimal, getcontext
getcontext().prec = 50
Decimal(2).sqrt()
# --> value
# | Decimal('1.4142135623730950488016887242096980785696718753769')
# === money is rounded
from decimal import Decimal, ROUND_HALF_UP
Decimal("2.675").quantize(Decimal("0.01"), rounding=ROUND_HALF_UP), round(Decimal("2.5"))
# --> value
# | (Decimal('2.68'), 2)
# === statistics
import statistics
data = [2, 4, 4, 4, 5, 5, 7, 9]
statistics.mean(data), statistics.median(data), statistics.mode(data), statistics.pstdev(data)
# --> value
# | (5, 4.5, 4, 2.0)
# === dates
from datetime import date, timedelta
d = date(2024, 2, 28) + timedelta(days=2)
d, d.weekday(), d.strftime("%A"), (date(2024, 12, 25) - date(2024, 1, 1)).days
# --> value
# | (datetime.date(2024, 3, 1), 4, 'Friday', 359)
# === times of day
from datetime import datetime, timedelta
t = datetime(2020, 1, 1, 9, 30) + timedelta(minutes=95)
print(t)
t.strftime("%H:%M")
# --> stdout
# | 2020-01-01 11:05:00
# --> value
# | '11:05'
# === leap years
import calendar
[y for y in range(1896, 1910) if calendar.isleap(y)], calendar.monthrange(2023, 2)[1]
# --> value
# | ([1896, 1904, 1908], 28)
# === JSON
import json
json.dumps({"b": [1, 2.5, None, True], "a": "é"}, sort_keys=True), json.loads('{"x": [1, {"y": null}]}')
# --> value
# | ('{"a": "\\u00e9", "b": [1, 2.5, null, true]}', {'x': [1, {'y': None}]})
# === rational arithmetic by hand
def simplify(a, b):
    while b:
        a, b = b, a % b
    return a

n, d = 84, 126
n // simplify(n, d), d // simplify(n, d)
# --> value
# | (2, 3)
# === Roman numerals
def roman(n):
    out = ""
    for value, sign in [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
                        (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]:
        while n >= value:
            out += sign
            n -= value
    return out

roman(1994)
# --> value
# | 'MCMXCIV'
# === the time zone is fixed
import time
time.tzname[0], time.gmtime(0).tm_year, time.localtime(0).tm_hour
# --> value
# | ('UTC', 1970, 0)
# === an exact square root of a fraction
from fractions import Fraction
from math import isqrt
f = Fraction(9, 16)
Fraction(isqrt(f.numerator), isqrt(f.denominator))
# --> value
# | Fraction(3, 4)
# === operators as functions
import operator
operator.mul(6, 7), list(map(operator.itemgetter(1), [(1, 2), (3, 4)])), operator.attrgetter("real")(2.5)
# --> value
# | (42, [2, 4], 2.5)
# === strings of constants
import string
string.ascii_lowercase[:5], string.digits, len(string.punctuation)
# --> value
# | ('abcde', '0123456789', 32)
