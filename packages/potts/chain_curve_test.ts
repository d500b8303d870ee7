import { strictEqual, throws } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { chainCurve } from "./chain_curve.ts";
import { pottsChain } from "./potts_chain.ts";

/** A curve of testdata/chain_reference.json, by testdata/chain_reference.py. */
interface Reference {
  readonly length: number;
  readonly states: number;
  readonly coupling: number;
  readonly curve: readonly { readonly revealed: number; readonly tokenMutualInformation: string }[];
}

async function references(): Promise<readonly Reference[]> {
  const url = new URL("./testdata/chain_reference.json", import.meta.url);
  return JSON.parse(await Deno.readTextFile(url)).cases;
}

Deno.test("Z keeps its relative precision, however weak the coupling and long the chain", async () => {
  let compared = 0;
  for (const { length, states, coupling, curve } of await references()) {
    const z = pottsChain({ length, states, coupling }).informationCurve().tokenMutualInformation;
    for (const { revealed, tokenMutualInformation } of curve) {
      // At a million tokens and J = 10 weights are products of 10^5 rounded factors.
      assertClose(z[revealed]!, Number(tokenMutualInformation), { relative: 1e-12 });
      compared++;
    }
  }
  strictEqual(compared, 6 * 63 + 8 + 5 + 3 + (8 + 8 + 4 + 7));
});

Deno.test("differences of entropies have no digit of a weak coupling right", () => {
  // At J = 1e-6 and K = 2, Z_64 is 2.5e-13: f(63) from subset entropies is off by more.
  const law = pottsChain({ length: 64, states: 2, coupling: 1e-6 });
  const all = Array.from({ length: 64 }, (_, i) => i);
  const middle = law.subsetEntropy(all) - law.subsetEntropy(all.filter((i) => i !== 31));
  throws(() => assertClose(Math.LN2 - middle, 2.5e-13, { relative: 1e-3 }));
});

Deno.test("chainCurve() of the weights of a hand: three tokens", () => {
  // Z_2: pairs at distance 1 twice, at distance 2 once: (2 a + b) / 3 for S_1 = 2 a, S_2 = b.
  // Z_3: two ends know by one neighbour (a each), the middle by both (2 a - b): (4 a - b) / 3.
  const [a, b] = [0.3, 0.1];
  const curve = chainCurve({ length: 3, tokenEntropy: 1, pairInformation: [2 * a, b] });
  const expected = [0, (2 * a + b) / 3, (4 * a - b) / 3];
  expected.forEach((value, k) => {
    assertClose(curve.tokenMutualInformation[k]!, value, { relative: 1e-15 });
  });
});

Deno.test("chainCurve() of no pair information is flat, and of one token has nothing to share", () => {
  const flat = chainCurve({ length: 4, tokenEntropy: 1, pairInformation: [] });
  strictEqual(flat.tokenMutualInformation[3], 0);
  strictEqual(chainCurve({ length: 1, tokenEntropy: 1, pairInformation: [] }).length, 1);
});

Deno.test("chainCurve() refuses pair informations that no chain has", () => {
  throws(
    () => chainCurve({ length: 3, tokenEntropy: 1, pairInformation: [0.1, 5] }),
    /Cannot use an information curve/,
  );
  throws(
    () => chainCurve({ length: 3, tokenEntropy: 1, pairInformation: [NaN, 0] }),
    /Cannot use an information curve/,
  );
});
