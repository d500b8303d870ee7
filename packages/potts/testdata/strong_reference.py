"""Least path errors of strongly coupled Potts chains for property-tests/strong_coupling_test.ts.

Python 3.11, mpmath 1.3.0. Run: python3 strong_reference.py > strong_reference.json

At 70 digits, from differences of mean subset entropies as in chain_reference.py, and by a plain dynamic program over all
cuts: no formula of chain_curve.ts and none of the planner is used.
"""

import json

from chain_reference import long_mean_entropy, token_given_token
from mpmath import mp, mpf

mp.dps = 70


def informations(length, states, coupling):
    """Z_1 .. Z_L."""
    entropy = mp.log(states)
    pairs = [entropy - token_given_token(states, coupling, d) for d in range(1, length)]
    means = [long_mean_entropy(length, pairs, entropy, k) for k in range(length + 1)]
    return [entropy - (means[k + 1] - means[k]) for k in range(length)]


def least_errors(z, most):
    """Least error in 2 .. most steps."""
    length = len(z)
    sums = [mpf(0)]
    for value in z:
        sums.append(sums[-1] + value)
    best = [mpf(0)] + [None] * length
    least = []
    for steps in range(1, most + 1):
        best = [
            min(
                (best[a] + sums[b] - sums[a] - (b - a) * z[a] for a in range(b) if best[a] is not None),
                default=None,
            )
            for b in range(length + 1)
        ]
        if steps > 1:
            least.append(mp.nstr(best[length], 25))
    return least


if __name__ == "__main__":
    cases = [
        {
            "length": length,
            "states": states,
            "coupling": coupling,
            "leastErrors": least_errors(informations(length, states, coupling), 4),
        }
        for length, states, coupling in [(256, 2, 30), (256, 2, 40), (256, 2, 60), (256, 2, -40), (512, 4, 33)]
    ]
    print(json.dumps({"tool": "mpmath 1.3.0, 70 digits; strong_reference.py", "cases": cases}, indent=2))
