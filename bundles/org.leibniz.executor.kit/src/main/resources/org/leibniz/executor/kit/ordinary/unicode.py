# === letters that are not ASCII
print("Gauß, Poincaré, Erdős, Лобачевский")
"Ωμέγα"
# --> stdout
# | Gauß, Poincaré, Erdős, Лобачевский
# --> value
# | 'Ωμέγα'
# === symbols of mathematics
print("∑ ∫ √2 ≤ ∞ ∈ ℝ π ≈ 3.14")
"x² + y²"
# --> stdout
# | ∑ ∫ √2 ≤ ∞ ∈ ℝ π ≈ 3.14
# --> value
# | 'x² + y²'
# === signs outside the basic plane
s = "𝔸𝕝𝕘𝕖𝕓𝕣𝕒 😀"
print(s, len(s))
s[::-1]
# --> stdout
# | 𝔸𝕝𝕘𝕖𝕓𝕣𝕒 😀 9
# --> value
# | '😀 𝕒𝕣𝕓𝕖𝕘𝕝𝔸'
# === Chinese text
names = {"小明": 3, "小红": 5}
for name, count in names.items():
    print(f"{name}有{count}个苹果")
sum(names.values())
# --> stdout
# | 小明有3个苹果
# | 小红有5个苹果
# --> value
# | 8
# === combining marks
import unicodedata
s = "e\u0301"
len(s), len(unicodedata.normalize("NFC", s)), unicodedata.normalize("NFC", s) == "é"
# --> value
# | (2, 1, True)
# === identifiers may be Greek
α = 3
β = α**2
α + β
# --> value
# | 12
# === accents survive upper case
"straße".upper(), "İ".lower() == "i̇", "éÀ".swapcase()
# --> value
# | ('STRASSE', True, 'Éà')
# === digits of other scripts
int("٣٤"), "²".isdigit(), "½".isnumeric(), float("１２.5")
# --> value
# | (34, True, True, 12.5)
# === an unpaired surrogate does not break the answer
s = "\ud83d"
len(s), ascii(s)
# --> value
# | (1, "'\\ud83d'")
# === a right-to-left word
print("שלום")
"שלום"[0]
# --> stdout
# | שלום
# --> value
# | 'ש'
# === escapes of characters that cannot be printed
"\u200b", "\u00a0", "a\u0301"
# --> value
# | ('\u200b', '\xa0', 'á')
# === an emoji joined of several signs
family = "👩‍👩‍👧"
len(family), [hex(ord(c)) for c in family]
# --> value
# | (5, ['0x1f469', '0x200d', '0x1f469', '0x200d', '0x1f467'])
# === the name of a character
import unicodedata
unicodedata.name("π"), unicodedata.category("1"), chr(0x2203)
# --> value
# | ('GREEK SMALL LETTER PI', 'Nd', '∃')
# === bytes and UTF-8
"π≈3".encode(), len("😀".encode()), "日本".encode("utf-16-be").hex()
# --> value
# | (b'\xcf\x80\xe2\x89\x883', 4, '65e5672c')
# === a comment and a docstring in another language
def прибавить(x):
    """Прибавляет единицу."""
    return x + 1  # единица

прибавить(41)
# --> value
# | 42
# === sorting by code point
sorted("zaéZ"), sorted(["é", "f", "e"])
# --> value
# | (['Z', 'a', 'z', 'é'], ['e', 'f', 'é'])
# === casefold
"Maße".casefold() == "MASSE".casefold(), "ﬁ".casefold()
# --> value
# | (True, 'fi')
# === an expression after signs outside the basic plane
x = 1
"😀é" + "𝔸"; ("😀é𝔸", x + 1)
# --> value
# | ('😀é𝔸', 2)
# === an expression of several lines with accents
("é" +
 "😀" * 2 + "ü", len("straße"))
# --> value
# | ('é😀😀ü', 6)
