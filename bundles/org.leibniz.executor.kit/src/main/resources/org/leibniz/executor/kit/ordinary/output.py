# === a thousand lines
for i in range(1000):
    print("line", i)
# --> stdout of 8890 characters
# === a long line
print("x" * 20000)
# --> stdout of 20001 characters
# === a text of fifty thousand characters is echoed whole
"ab" * 25000
# --> value of 50002 characters
# === many small writes
import sys
for i in range(5000):
    sys.stdout.write(str(i % 10))
# --> stdout of 5000 characters
# === output and errors in order
import sys
print("one")
print("two", file=sys.stderr)
print("three")
# --> stdout
# | one
# | three
# --> stderr
# | two
# === writing without a line end
import sys
n = sys.stdout.write("no line end")
n
# --> stdout, no line end
# | no line end
# --> value
# | 11
# === blank output is output
print("   ")
print()
# --> stdout
# |    
# |
# === flushing changes nothing
print("a", flush=True)
import sys
sys.stdout.flush()
print("b")
# --> stdout
# | a
# | b
# === redirected output is not shown
import io
from contextlib import redirect_stdout
with redirect_stdout(io.StringIO()) as held:
    print("hidden")
held.getvalue()
# --> value
# | 'hidden\n'
# === carriage returns are kept
print("50%\r100%")
# --> stdout
# ~ 50%\r100%
# === control characters are kept
print("\x1b[31mred\x1b[0m", "\x07")
# --> stdout
# ~ \x1b[31mred\x1b[0m \x07
# === a list of long texts
["word" * 10] * 5
# --> value
# | ['wordwordwordwordwordwordwordwordwordword',
# |  'wordwordwordwordwordwordwordwordwordword',
# |  'wordwordwordwordwordwordwordwordwordword',
# |  'wordwordwordwordwordwordwordwordwordword',
# |  'wordwordwordwordwordwordwordwordwordword']
# === a dictionary of many keys
{f"key{i}": i for i in range(20)}
# --> value
# | {'key0': 0,
# |  'key1': 1,
# |  'key2': 2,
# |  'key3': 3,
# |  'key4': 4,
# |  'key5': 5,
# |  'key6': 6,
# |  'key7': 7,
# |  'key8': 8,
# |  'key9': 9,
# |  'key10': 10,
# |  'key11': 11,
# |  'key12': 12,
# |  'key13': 13,
# |  'key14': 14,
# |  'key15': 15,
# |  'key16': 16,
# |  'key17': 17,
# |  'key18': 18,
# |  'key19': 19}
# === a large integer
x = 3**2000
len(str(x))
# --> value
# | 955
# === printing objects of a class without a representation
class Thing:
    pass

print(str(Thing()).startswith("<__main__.Thing object at 0x"))
# --> stdout
# | True
# === display shows at once
display(1 + 1)
print("after")
# --> stdout
# | 2
# | after
# === print to a text buffer
import io
b = io.StringIO()
print("x", 1, file=b)
b.getvalue()
# --> value
# | 'x 1\n'
# === a table
for name, value in [("alpha", 1.5), ("beta", 22.25)]:
    print(f"{name:<10}|{value:>8.2f}")
# --> stdout
# | alpha     |    1.50
# | beta      |   22.25
# === pprint
from pprint import pprint
pprint({"b": list(range(30)), "a": {"x": 1}})
# --> stdout
# | {'a': {'x': 1},
# |  'b': [0,
# |        1,
# |        2,
# |        3,
# |        4,
# |        5,
# |        6,
# |        7,
# |        8,
# |        9,
# |        10,
# |        11,
# |        12,
# |        13,
# |        14,
# |        15,
# |        16,
# |        17,
# |        18,
# |        19,
# |        20,
# |        21,
# |        22,
# |        23,
# |        24,
# |        25,
# |        26,
# |        27,
# |        28,
# |        29]}
# === warnings go to the other channel
import sys
print("careful", file=sys.stderr)
7
# --> stderr
# | careful
# --> value
# | 7
