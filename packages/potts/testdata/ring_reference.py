"""Reference curves for potts_ring_test.ts: Potts rings too weak, too strong or too long to enumerate in doubles.

Python 3.11, mpmath 1.3.0. Run: python3 ring_reference.py > ring_reference.json

From the definition alone, by differences of mean subset entropies at 800 digits (e^-800 squared takes 695):
k tokens of a ring leave k gaps, one of a given length g in C(L-g-1, k-2) of C(L-1, k-1) ways, and with
A(a, b) = exp(J 1[a = b]) and Z = tr A^L the law of the tokens is a product of powers of A over the gaps, so

    e_k = ln Z + k sum_g C(L-g-1, k-2) / C(L-1, k-1) (-E log (A^g)_ab),   pair law (A^g)_ab (A^(L-g))_ba / Z

for k >= 2; e_0 = 0, e_1 = ln K, and Z_{k+1} = e_1 - (e_{k+1} - e_k). No formula of ring_pair_information.ts is
used: it averages mutual informations, without differences. Small rings are summed over all sequences instead.
"""

import itertools
import json
from math import comb

from mpmath import mp, mpf

mp.dps = 800


def mean_entropies(length, states, coupling, revealed):
    """e_k for each k wanted."""
    weight = mp.exp(mpf(coupling))
    first, second = weight + states - 1, weight - 1
    ups, downs = [mpf(1)], [mpf(1)]
    for _ in range(length):
        ups.append(ups[-1] * first)
        downs.append(downs[-1] * second)
    same = [(ups[g] + (states - 1) * downs[g]) / states for g in range(length + 1)]
    other = [(ups[g] - downs[g]) / states for g in range(length + 1)]
    total = states * same[length]
    gaps = [mpf(0)] * length
    for g in range(1, length):
        gaps[g] -= states * same[g] * same[length - g] * mp.log(same[g]) / total
        if states > 1:
            gaps[g] -= states * (states - 1) * other[g] * other[length - g] * mp.log(other[g]) / total
    found = {0: mpf(0), 1: mp.log(states)}
    for k in revealed:
        if k < 2:
            continue
        ways = comb(length - 2, k - 2)
        sum_ = mpf(0)
        for g in range(1, length - k + 2):
            sum_ += gaps[g] * ways
            ways = ways * (length - g - k + 1) // (length - g - 1) if length - g - 1 > 0 else 0
        found[k] = mp.log(total) + k * sum_ / comb(length - 1, k - 1)
    return found


def enumerated_entropies(length, states, coupling):
    """e_k from the probability of every sequence."""
    laws = {}
    for x in itertools.product(range(states), repeat=length):
        laws[x] = mp.exp(mpf(coupling) * sum(x[i] == x[(i + 1) % length] for i in range(length)))
    total = sum(laws.values())
    found = {}
    for k in range(length + 1):
        entropy = mpf(0)
        for subset in itertools.combinations(range(length), k):
            marginal = {}
            for x, mass in laws.items():
                key = tuple(x[i] for i in subset)
                marginal[key] = marginal.get(key, 0) + mass / total
            entropy -= sum(p * mp.log(p) for p in marginal.values())
        found[k] = entropy / comb(length, k)
    return found


def case(length, states, coupling, revealed):
    revealed = list(revealed)
    means = mean_entropies(length, states, coupling, sorted({j for k in revealed for j in (k, k + 1)}))
    if states**length <= 32:
        enumerated = enumerated_entropies(length, states, coupling)
        assert all(abs(means[k] - enumerated[k]) < mpf(10) ** -60 for k in means)
    entries = []
    for k in revealed:
        z = means[1] - (means[k + 1] - means[k])
        entries.append({"revealed": k, "tokenMutualInformation": mp.nstr(z, 25)})
    return {"length": length, "states": states, "coupling": coupling, "curve": entries}


cases = [
    case(2, 2, -3.0, [1]),
    case(2, 3, 1.5, [1]),
    case(3, 2, -800.0, [1, 2]),
    case(3, 3, -40.0, [1, 2]),
    case(5, 2, -800.0, range(1, 5)),
    case(5, 2, -20.0, range(1, 5)),
    case(5, 2, -1e-6, range(1, 5)),
    case(4, 2, 800.0, range(1, 4)),
    case(63, 2, -1e-6, range(1, 63)),
    case(64, 8, 1e-6, range(1, 64)),
    case(63, 8, -1e-3, range(1, 63)),
    case(63, 2, -0.1, range(1, 63)),
    case(63, 2, -2.0, range(1, 63)),
    case(63, 2, -4.0, range(1, 63)),
    case(63, 2, -9.0, range(1, 63)),
    case(63, 2, -20.0, range(1, 63)),
    case(63, 2, -30.0, range(1, 63)),
    case(63, 2, -800.0, range(1, 63)),
    case(64, 2, -25.0, range(1, 64)),
    case(64, 3, 4.0, range(1, 64)),
    case(64, 27, 800.0, range(1, 64)),
    case(64, 3, -800.0, range(1, 64)),
    case(4096, 4, 3.0, [1, 2, 3, 17, 256, 2048, 4094, 4095]),
    case(4095, 2, -8.0, [1, 5, 100, 1000, 4094]),
    case(4096, 5, -2.0, [1, 50, 3000]),
]
print(json.dumps({"tool": "mpmath 1.3.0, 800 digits; ring_reference.py", "cases": cases}, indent=1))
