# === a list and its slices
a = list(range(10))
a[2:5], a[::-2], a[-3:], a[100:], a[:3] + [7]
# --> value
# | ([2, 3, 4], [9, 7, 5, 3, 1], [7, 8, 9], [], [0, 1, 2, 7])
# === sorting with a key
people = [("Ann", 30), ("Bob", 25), ("Cid", 30)]
sorted(people, key=lambda p: (-p[1], p[0]))
# --> value
# | [('Ann', 30), ('Cid', 30), ('Bob', 25)]
# === a dictionary keeps its order
d = {"b": 1, "a": 2}
d["c"] = 3
d.update(b=10)
list(d), d, d.get("z", 0), sorted(d.items(), key=lambda kv: kv[1])
# --> value
# | (['b', 'a', 'c'],
# |  {'b': 10, 'a': 2, 'c': 3},
# |  0,
# |  [('a', 2), ('c', 3), ('b', 10)])
# === sets are shown sorted
{3, 1, 2} | {5}, {1, 2} & {2, 3}, {1, 2} ^ {2, 3}, {1, 2} <= {1, 2, 3}, set()
# --> value
# | ({1, 2, 3, 5}, {2}, {1, 3}, True, set())
# === comprehensions
[x * y for x in range(3) for y in range(3) if x != y], {x: x**2 for x in range(4)}, {len(w) for w in ["a", "bb", "cc"]}
# --> value
# | ([0, 0, 0, 2, 0, 2], {0: 0, 1: 1, 2: 4, 3: 9}, {1, 2})
# === unpacking
first, *middle, last = [1, 2, 3, 4, 5]
(a, b), c = (1, 2), 3
first, middle, last, a, b, c
# --> value
# | (1, [2, 3, 4], 5, 1, 2, 3)
# === counting
from collections import Counter
c = Counter("mississippi")
c, c.most_common(2), c["z"], sum(c.values())
# --> value
# | (Counter({'i': 4, 's': 4, 'p': 2, 'm': 1}), [('i', 4), ('s', 4)], 0, 11)
# === a dictionary with defaults
from collections import defaultdict
groups = defaultdict(list)
for n in range(6):
    groups[n % 3].append(n)
groups
# --> value
# | defaultdict(list, {0: [0, 3], 1: [1, 4], 2: [2, 5]})
# === a queue
from collections import deque
q = deque([1, 2, 3], maxlen=3)
q.append(4)
q.rotate(1)
q, q.popleft(), list(q)
# --> value
# | (deque([2, 3], maxlen=3), 4, [2, 3])
# === named tuples
from collections import namedtuple
Point = namedtuple("Point", "x y")
p = Point(1, 2)
p, p.x + p.y, p._replace(y=5)
# --> value
# | (Point(x=1, y=2), 3, Point(x=1, y=5))
# === zip, enumerate, map and filter
list(zip("ab", [1, 2])), list(enumerate("xy", 1)), list(map(abs, [-1, 2])), list(filter(None, [0, 1, "", "a"]))
# --> value
# | ([('a', 1), ('b', 2)], [(1, 'x'), (2, 'y')], [1, 2], [1, 'a'])
# === any, all, sum, min and max
any(x > 3 for x in [1, 5]), all([]), sum([[1], [2]], []), min([3, 1], default=0), max("a", "b"), min([], default=None)
# --> value
# | (True, True, [1, 2], 1, 'b', None)
# === a matrix as lists
m = [[1, 2], [3, 4]]
[list(row) for row in zip(*m)], [[sum(a * b for a, b in zip(r, c)) for c in zip(*m)] for r in m]
# --> value
# | ([[1, 3], [2, 4]], [[7, 10], [15, 22]])
# === permutations and combinations
from itertools import combinations, permutations, product
len(list(permutations(range(5)))), list(combinations("abc", 2)), [a + b for a, b in product([1, 2], [10, 20])]
# --> value
# | (120, [('a', 'b'), ('a', 'c'), ('b', 'c')], [11, 21, 12, 22])
# === runs of itertools
from itertools import accumulate, chain, count, groupby, islice, takewhile
list(accumulate([1, 2, 3, 4])), list(chain([1], [2])), list(islice(count(5), 3)), [(k, len(list(g))) for k, g in groupby("aab")]
# --> value
# | ([1, 3, 6, 10], [1, 2], [5, 6, 7], [('a', 2), ('b', 1)])
# === a heap
import heapq
h = [5, 1, 4]
heapq.heapify(h)
heapq.heappush(h, 0)
[heapq.heappop(h) for _ in range(len(h))], heapq.nlargest(2, [3, 9, 4])
# --> value
# | ([0, 1, 4, 5], [9, 4])
# === binary search
import bisect
a = [1, 3, 3, 7]
bisect.bisect_left(a, 3), bisect.bisect(a, 3), bisect.bisect(a, 10)
# --> value
# | (1, 3, 4)
# === copies and aliases
import copy
a = [[0] * 2] * 2
a[0][0] = 1
b = copy.deepcopy(a)
b[0][1] = 5
a, b
# --> value
# | ([[1, 0], [1, 0]], [[1, 5], [1, 5]])
# === a long list breaks into lines
list(range(1000, 1040))
# --> value
# | [1000,
# |  1001,
# |  1002,
# |  1003,
# |  1004,
# |  1005,
# |  1006,
# |  1007,
# |  1008,
# |  1009,
# |  1010,
# |  1011,
# |  1012,
# |  1013,
# |  1014,
# |  1015,
# |  1016,
# |  1017,
# |  1018,
# |  1019,
# |  1020,
# |  1021,
# |  1022,
# |  1023,
# |  1024,
# |  1025,
# |  1026,
# |  1027,
# |  1028,
# |  1029,
# |  1030,
# |  1031,
# |  1032,
# |  1033,
# |  1034,
# |  1035,
# |  1036,
# |  1037,
# |  1038,
# |  1039]
# === a nested structure breaks where it must
{"name": "a long name that fills the line", "values": list(range(12)), "inner": {"k": ("x" * 20, "y" * 20)}}
# --> value
# | {'name': 'a long name that fills the line',
# |  'values': [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
# |  'inner': {'k': ('xxxxxxxxxxxxxxxxxxxx', 'yyyyyyyyyyyyyyyyyyyy')}}
# === a list of a thousand and more is cut
list(range(1005))
# --> value of 5895 characters
# === tuples of one and none
(1,), (), ((),)
# --> value
# | ((1,), (), ((),))
# === frozen sets and ranges
frozenset({2, 1}), range(3), range(0, 10, 3), list(range(5, 0, -2)), 7 in range(0, 10, 7)
# --> value
# | (frozenset({1, 2}), range(0, 3), range(0, 10, 3), [5, 3, 1], True)
# === removing while copying
a = [1, 2, 3, 4]
for x in a[:]:
    if x % 2 == 0:
        a.remove(x)
del a[0]
a, a.pop(), a
# --> value
# | ([], 3, [])
# === dictionaries merge
{"a": 1} | {"b": 2}, {**{"a": 1}, "a": 3}, dict(zip("ab", (1, 2))), dict.fromkeys("ab", 0)
# --> value
# | ({'a': 1, 'b': 2}, {'a': 3}, {'a': 1, 'b': 2}, {'a': 0, 'b': 0})
# === views of dictionaries
d = {"x": 1, "y": 2}
d.keys(), d.values(), d.items()
# --> value
# | (dict_keys(['x', 'y']), dict_values([1, 2]), dict_items([('x', 1), ('y', 2)]))
