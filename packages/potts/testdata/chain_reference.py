"""Reference curves for chain_curve_test.ts: Potts chains too weak or too long to enumerate in doubles.

Python 3.11, mpmath 1.3.0. Run: python3 chain_reference.py > chain_reference.json

From the definition alone, by differences of mean subset entropies at 100 digits:

    c_d = H(X_d | X_0) from P^d,   e_k = H_0 + sum_d c_d (L-d) C(L-d-1, k-2) / C(L, k),   Z_{k+1} = e_1 - (e_{k+1} - e_k)

No formula of chain_curve.ts is used: it averages mutual informations, without differences.
"""

import json
from math import comb

from mpmath import mp, mpf

mp.dps = 100


def token_given_token(states, coupling, distance):
    """H(X_d | X_0): entropy of a row of P^d."""
    weight = mp.exp(mpf(coupling))
    power = ((weight - 1) / (weight + states - 1)) ** distance
    same = (1 + (states - 1) * power) / states
    other = (1 - power) / states
    return -same * mp.log(same) - (states - 1) * other * mp.log(other)


def mean_entropy(length, gaps, states, k):
    """e_k: a gap of d occurs in (L-d) C(L-d-1, k-2) of the C(L, k) subsets."""
    if k == 0:
        return mpf(0)
    total = sum(gaps[d] * ((length - d) * comb(length - d - 1, k - 2)) for d in range(1, length)) if k >= 2 else 0
    return mp.log(states) + total / comb(length, k)


def case(length, states, coupling, revealed):
    gaps = [mpf(0)] + [token_given_token(states, coupling, d) for d in range(1, length)]
    entries = []
    for k in revealed:
        f = mean_entropy(length, gaps, states, k + 1) - mean_entropy(length, gaps, states, k)
        z = mp.log(states) - f
        entries.append({"revealed": k, "tokenMutualInformation": mp.nstr(z, 25)})
    return {"length": length, "states": states, "coupling": coupling, "curve": entries}


def long_mean_entropy(length, informations, entropy, k):
    """The same e_k where binomials have a million digits: a set of k has k - 1 gaps, of which
    (L-d) C(L-d-1, k-2) / C(L, k) on average are d, and c_d = H_0 - I(X_0; X_d)."""
    if k < 2:
        return k * entropy
    gaps = mpf(k) * (k - 1) / length
    lost = mpf(0)
    for d, information in enumerate(informations, start=1):
        lost += information * gaps
        if gaps < mpf(10) ** -80:
            break
        # C(L-d-2, k-2) / C(L-d-1, k-2) = (L-d-k+1) / (L-d-1), and (L-d-1) / (L-d) pairs are left.
        gaps = gaps * (length - d - k + 1) / (length - d)
    return k * entropy - lost


def long_case(length, states, coupling, revealed):
    informations = []
    for d in range(1, length):
        informations.append(mp.log(states) - token_given_token(states, coupling, d))
        if informations[-1] < mpf(10) ** -50 * informations[0]:
            break
    entries = []
    for k in revealed:
        f = long_mean_entropy(length, informations, mp.log(states), k + 1) - long_mean_entropy(
            length, informations, mp.log(states), k
        )
        entries.append({"revealed": k, "tokenMutualInformation": mp.nstr(mp.log(states) - f, 25)})
    return {"length": length, "states": states, "coupling": coupling, "curve": entries}


if __name__ == "__main__":
    million = 2**20
    cases = [
        case(64, 2, 1e-6, range(1, 64)),
        case(64, 8, 1e-6, range(1, 64)),
        case(64, 8, -1e-6, range(1, 64)),
        case(64, 3, 1e-3, range(1, 64)),
        case(64, 2, 25.0, range(1, 64)),
        case(64, 2, -25.0, range(1, 64)),
        case(4096, 4, 3.0, [1, 2, 3, 17, 256, 2048, 4094, 4095]),
        case(4096, 2, 8.0, [1, 5, 100, 1000, 4095]),
        case(4096, 5, -2.0, [1, 50, 3000]),
        long_case(million, 8, 2.0, [1, 2, 3, 1000, 65536, million // 2, million - 2, million - 1]),
        long_case(million, 8, 1e-4, [1, 2, 3, 1000, 65536, million // 2, million - 2, million - 1]),
        long_case(million, 2, -1e-4, [1, 1000, million // 2, million - 1]),
        long_case(million, 8, 10.0, [1, 2, 3, 17, 1000, 65536, million - 1]),
    ]
    print(json.dumps({"tool": "mpmath 1.3.0, 100 digits; chain_reference.py", "cases": cases}, indent=2))
