import math
import statistics
from math import isclose
import sympy
from sympy import Symbol, Eq, simplify, solve
try:
    import numpy as np
except ImportError:
    pass


def solve_it(equation, variable):
    solution = solve(equation, variable, dict=True)
    if solution:
        return solution[0]
    if isinstance(variable, list):
        return {v: None for v in variable}
    return {variable: None}


