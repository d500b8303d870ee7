"""Reference values for stream_key_test.ts and stream_test.ts, from the definitions alone.

Python 3.11, standard library. Run: python3 stream_reference.py
It first checks itself against the known answers of Random123 (tests/kat_vectors, threefry2x32, 20 rounds).
"""

WORD = 2**32
ROTATIONS = (13, 15, 26, 6, 17, 29, 16, 24)


def threefry(key, counter):
    keys = (*key, 0x1BD11BDA ^ key[0] ^ key[1])
    x, y = ((counter[i] + keys[i]) % WORD for i in range(2))
    for r in range(20):
        x = (x + y) % WORD
        turn = ROTATIONS[r % 8]
        y = ((y << turn) % WORD | y >> (32 - turn)) ^ x
        if r % 4 == 3:
            group = r // 4 + 1
            x = (x + keys[group % 3]) % WORD
            y = (y + keys[(group + 1) % 3] + group) % WORD
    return x, y


ones = (WORD - 1, WORD - 1)
assert threefry((0, 0), (0, 0)) == (0x6B200159, 0x99BA4EFE)
assert threefry(ones, ones) == (0x1CB996FC, 0xBB002BE7)
assert threefry((0x13198A2E, 0x03707344), (0x243F6A88, 0x85A308D3)) == (0xC4923A9C, 0x483DF7A0)


def stream_key(seed, cell, purpose):
    cell, purpose = cell.encode(), purpose.encode()
    message = seed.to_bytes(8, "little")
    message += len(cell).to_bytes(4, "little") + len(purpose).to_bytes(4, "little")
    for text in (cell, purpose):
        message += text + b"\0" * (-len(text) % 8)
    chain = tuple(int.from_bytes(part, "little") for part in (b"unma", b"sk/1"))
    for at in range(0, len(message), 8):
        block = tuple(int.from_bytes(message[i : i + 4], "little") for i in (at, at + 4))
        chain = tuple(a ^ b for a, b in zip(threefry(chain, block), block))
    return chain


for arguments in (
    (0, "", ""),
    (2**32 - 1, "", ""),
    (2**53 - 1, "", ""),
    (7, "ab", "c"),
    (7, "a", "bc"),
    (7, "potts-chain:length=64", "unmasking order"),
    (7, "Łódź 🎲", "żetony"),
):
    print(arguments, ["0x%08x" % word for word in stream_key(*arguments)])

key = stream_key(7, "potts-chain:length=64", "unmasking order")
for sample in (0, 1, 2**32 - 1):
    words = [word for draw in range(3) for word in threefry(key, (sample, draw))]
    doubles = [((a >> 5) * 2**26 + (b >> 6)) / 2**53 for a, b in zip(words[::2], words[1::2])]
    print(sample, ["0x%08x" % word for word in words], doubles)
print("last block of sample 5:", ["0x%08x" % word for word in threefry(key, (5, WORD - 1))])
