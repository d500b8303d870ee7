"""Reference curves for context_curve_test.ts: blocks of Potts chains too weak or too long to enumerate in doubles.

Python 3, mpmath 1.3.0. Run: python3 context_reference.py > context_reference.json

A block of n tokens whose left neighbour X_0 is known, from the definition alone: the mean over the token i and over the
nearest revealed neighbours, at distances l to the left (l = i is X_0) and r to the right, of their conditional entropy

    f(k) = mean_i sum_{l, r} P(l, r) [c_l + c_r - c_{l+r}],   c_l where nothing is revealed to the right

with P(l, r) by counting the sets S of size k, at 100 digits. No formula of context_curve.ts is used: it averages
informations of single steps.
"""

import json
from math import comb

from mpmath import mp, mpf

mp.dps = 100


def choose(n, k):
    return comb(n, k) if 0 <= k <= n else 0


def token_given_token(states, coupling, distance):
    """H(X_d | X_0): entropy of a row of P^d."""
    weight = mp.exp(mpf(coupling))
    power = ((weight - 1) / (weight + states - 1)) ** distance
    same = (1 + (states - 1) * power) / states
    other = (1 - power) / states
    return -same * mp.log(same) - (states - 1) * other * mp.log(other)


def conditional_entropy(length, gaps, k):
    total = mpf(0)
    for i in range(1, length + 1):
        for left in range(1, i + 1):
            inner_left = left < i
            for right in range(1, length - i + 2):
                inner_right = right < length - i + 1
                hidden = (left - 1) + (right - 1)
                seen = inner_left + inner_right
                ways = choose(length - 1 - hidden - seen, k - seen)
                if ways == 0:
                    continue
                entropy = gaps[left] + gaps[right] - gaps[left + right] if inner_right else gaps[left]
                total += ways * entropy
    return total / (length * comb(length - 1, k))


def case(length, states, coupling, revealed):
    gaps = [mpf(0)] + [token_given_token(states, coupling, d) for d in range(1, length + 1)]
    first = conditional_entropy(length, gaps, 0)
    entries = []
    for k in revealed:
        f = conditional_entropy(length, gaps, k)
        entries.append(
            {
                "revealed": k,
                "tokenMutualInformation": mp.nstr(first - f, 25),
                "conditionalEntropy": mp.nstr(f, 25),
            }
        )
    return {"length": length, "states": states, "coupling": coupling, "curve": entries}


cases = [
    case(24, 2, 1e-6, range(1, 24)),
    case(24, 8, -1e-6, range(1, 24)),
    case(24, 3, 1e-3, range(1, 24)),
    case(24, 4, 3.0, range(1, 24)),
    case(24, 2, 25.0, range(1, 24)),
    case(24, 2, -25.0, range(1, 24)),
    case(24, 5, -2.0, range(1, 24)),
    case(160, 2, 8.0, [1, 5, 40, 120, 159]),
    case(160, 4, 0.5, [1, 2, 80, 158]),
]
print(json.dumps({"tool": "mpmath 1.3.0, 100 digits; context_reference.py", "cases": cases}, indent=1))
