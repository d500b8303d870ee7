"""A predictor for `unmask measure`: the exact conditionals of a Potts chain."""
import json, math, sys

LENGTH, K, COUPLING = 32, 6, 3.0
LAM = (math.exp(COUPLING) - 1) / (math.exp(COUPLING) + K - 1)

def step(a, b, distance):
    """P(token b | token a, so far away)."""
    same = LAM ** distance
    return (1 - same) / K + (same if a == b else 0)

def row(sequence, position):
    """ln p(. | what is revealed), K numbers whose exponentials sum to 1."""
    left = next((j for j in range(position, -1, -1) if sequence[j] is not None), None)
    right = next((j for j in range(position, LENGTH) if sequence[j] is not None), None)
    weights = [1.0] * K
    for j in (left, right):
        if j is not None:
            weights = [w * step(sequence[j], b, abs(j - position)) for b, w in enumerate(weights)]
    return [math.log(w / sum(weights)) for w in weights]

def answer(message):
    if "protocol" in message:
        return {"protocol": "unmask-predictor/1", "length": LENGTH, "vocabularySize": K, "name": "chain"}
    rows = [[row(s, i) for i in positions]
            for s, positions in zip(message["sequences"], message["positions"])]
    if "tokens" not in message:
        return {"id": message["id"], "rows": rows}
    return {"id": message["id"], "logProbabilities": [
        [r[token] for r, token in zip(some, tokens)] for some, tokens in zip(rows, message["tokens"])]}

for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
