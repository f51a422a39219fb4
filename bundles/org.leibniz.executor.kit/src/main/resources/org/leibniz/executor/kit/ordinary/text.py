# === text is echoed with quotes
'calculemus'
# --> value
# | 'calculemus'
# === quotes within text
"it's", 'say "x"', 'both \' and "'
# --> value
# | ("it's", 'say "x"', 'both \' and "')
# === escapes in text
'tab\there', 'line\nbreak', 'back\\slash', '\x00\x7f'
# --> value
# | ('tab\there', 'line\nbreak', 'back\\slash', '\x00\x7f')
# === formatted numbers
f"{3.14159:.2f} {42:05d} {1234567:,} {0.256:.1%} {255:x} {12:>6}|{'a':^5}|"
# --> value
# | '3.14 00042 1,234,567 25.6% ff     12|  a  |'
# === formatting with a sign and an exponent
f"{12345.678:e} {0.00012:g} {5:+d} {-5:+d} {1e20:.0f}"
# --> value
# | '1.234568e+04 0.00012 +5 -5 100000000000000000000'
# === self-documenting expressions
total = 18
print(f"{total=} {total * 2 = }")
# --> stdout
# | total=18 total * 2 = 36
# === the percent operator
"%d of %s cost %.2f" % (3, "eggs", 2.5)
# --> value
# | '3 of eggs cost 2.50'
# === the format method
"{0} {name} {0!r:>8}".format("x", name="y")
# --> value
# | "x y      'x'"
# === splitting and joining
words = "the quick  brown fox".split()
words, "-".join(words), "a,b,,c".split(",")
# --> value
# | (['the', 'quick', 'brown', 'fox'], 'the-quick-brown-fox', ['a', 'b', '', 'c'])
# === replacing and finding
s = "mathematics"
s.replace("mat", "MAT"), s.find("the"), s.count("a"), s.index("e"), s[::-1], s.title()
# --> value
# | ('MATheMATics', 2, 2, 4, 'scitamehtam', 'Mathematics')
# === stripping and padding
"  x ".strip(), "42".zfill(5), "x".ljust(3, "."), "x".center(5, "*"), "prefix-x".removeprefix("prefix-")
# --> value
# | ('x', '00042', 'x..', '**x**', 'x')
# === reading numbers from text
import re
[int(n) for n in re.findall(r"-?\d+", "3 apples, -4 pears and 12 plums")]
# --> value
# | [3, -4, 12]
# === groups of a regular expression
import re
m = re.match(r"(?P<h>\d+):(?P<m>\d+)", "12:45 pm")
m.group("h"), m.groups(), re.sub(r"\d", "#", "a1b22"), bool(re.search("z", "abc"))
# --> value
# | ('12', ('12', '45'), 'a#b##', False)
# === palindromes between 1000 and 1500
[n for n in range(1000, 1500) if str(n) == str(n)[::-1]]
# --> value
# | [1001, 1111, 1221, 1331, 1441]
# === comparing and sorting words
sorted(["pear", "Apple", "fig"], key=str.lower), "a" < "B", max("hello")
# --> value
# | (['Apple', 'fig', 'pear'], False, 'o')
# === letters and codes
ord("A"), chr(97), [chr(ord("a") + i) for i in range(5)], "abc".isalpha(), "12".isdigit()
# --> value
# | (65, 'a', ['a', 'b', 'c', 'd', 'e'], True, True)
# === text over several lines
text = """first
second"""
print(text)
text.splitlines()
# --> stdout
# | first
# | second
# --> value
# | ['first', 'second']
# === printing several things
print("a", 1, 2.5, None, [1, "x"], sep=" | ", end="!\n")
print()
print("end", end="")
# --> stdout, no line end
# | a | 1 | 2.5 | None | [1, 'x']!
# |
# | end
# === bytes
b"abc" + bytes([1, 255]), "é".encode("utf-8"), b"\xc3\xa9".decode()
# --> value
# | (b'abc\x01\xff', b'\xc3\xa9', 'é')
# === raw text and text that is joined by standing together
r"\d+\n" "tail"
# --> value
# | '\\d+\\ntail'
# === translating letters
"hello".translate(str.maketrans("el", "ip")), "ab" * 3, "x" in "xyz"
# --> value
# | ('hippo', 'ababab', True)
# === the representation of nested text
[["a'b"], {"k": "v\n"}, ("x",)]
# --> value
# | [["a'b"], {'k': 'v\n'}, ('x',)]
# === a long text is echoed on one line
"ab " * 40
# --> value
# | 'ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab '
# === partition and rpartition
"key=value=x".partition("="), "key=value=x".rpartition("="), "none".partition("=")
# --> value
# | (('key', '=', 'value=x'), ('key=value', '=', 'x'), ('none', '', ''))
# === whitespace
"a\tb".expandtabs(4), " ".isspace(), "a b\n".split("\n")
# --> value
# | ('a   b', True, ['a b', ''])
