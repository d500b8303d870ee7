import { ok, strictEqual, throws } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { contextCurve } from "./context_curve.ts";
import { pottsChain } from "./potts_chain.ts";

/** A curve of testdata/context_reference.json, by testdata/context_reference.py. */
interface Reference {
  readonly length: number;
  readonly states: number;
  readonly coupling: number;
  readonly curve: readonly {
    readonly revealed: number;
    readonly tokenMutualInformation: string;
    readonly conditionalEntropy: string;
  }[];
}

Deno.test("a block's Z keeps its relative precision, however weak or strong the coupling", async () => {
  const url = new URL("./testdata/context_reference.json", import.meta.url);
  const { cases } = JSON.parse(await Deno.readTextFile(url)) as { cases: Reference[] };
  let compared = 0;
  for (const { length, states, coupling, curve } of cases) {
    const [, block] = pottsChain({ length: length + 1, states, coupling }).blockCurves([1, length]);
    for (const { revealed, tokenMutualInformation, conditionalEntropy } of curve) {
      // Differences of the smaller of information and entropy, then sums without a subtraction.
      const relative = 1e-13;
      assertClose(block!.tokenMutualInformation[revealed]!, Number(tokenMutualInformation), {
        relative,
      });
      assertClose(block!.conditionalEntropies[revealed]!, Number(conditionalEntropy), { relative });
      compared++;
    }
  }
  strictEqual(compared, 7 * 23 + 5 + 4);
});

Deno.test("contextCurve() of the weights of a hand: two and three tokens", () => {
  // n = 2: the first is helped by the second, the second by the first: I(X_1; X_2 | X_0) both.
  const two = contextCurve({ length: 2, tokenEntropy: 1, stepInformation: Float64Array.of(0.3) });
  assertClose(two.tokenMutualInformation[1]!, 0.3, { relative: 1e-15 });
  // n = 3, stationary steps a = I(X_p; X_{p+1} | X_{p-1}), b = I(X_p; X_{p+2} | X_{p-1}), all known:
  // X_1 by X_2: a; X_2 by X_1: a, and by X_3: a; X_3 by X_2 in place of X_0: a + b. D = 2 a, b.
  const [a, b] = [0.2, 0.05];
  const three = contextCurve({
    length: 3,
    tokenEntropy: 1,
    stepInformation: Float64Array.of(2 * a, b),
  });
  assertClose(three.tokenMutualInformation[2]!, (4 * a + b) / 3, { relative: 1e-15 });
  // One known of the other two: X_1 by X_2 a, by X_3 b; X_2 by X_1 a, by X_3 instead of X_0 a + b;
  // X_3 by X_1 b, by X_2 a + b.
  assertClose(three.tokenMutualInformation[1]!, (4 * a + 4 * b) / 6, { relative: 1e-15 });
});

Deno.test("contextCurve() without steps is flat, and of one token has nothing to share", () => {
  const none = new Float64Array(0);
  const flat = contextCurve({ length: 4, tokenEntropy: 1, stepInformation: none });
  strictEqual(flat.tokenMutualInformation[3], 0);
  strictEqual(contextCurve({ length: 1, tokenEntropy: 1, stepInformation: none }).length, 1);
});

Deno.test("the cut of unseen weights leaves the sum: a chain that forgets slowly", () => {
  // Steps of 1 at every distance: the bracket summed term by term, without a cut.
  const length = 400;
  const steps = Float64Array.from({ length: length - 1 }, (_, i) => length - 1 - i);
  const curve = contextCurve({ length, tokenEntropy: 1e6, stepInformation: steps });
  for (const k of [1, 7, 200, 398, 399]) {
    let missed = 1;
    let sum = 0;
    for (let d = 1; d < length; d++) {
      const before = missed;
      missed *= Math.max(0, length - d - k) / (length - d);
      sum += (length - d) * (1 - missed + d * (before - missed));
    }
    assertClose(curve.tokenMutualInformation[k]!, sum / length, { relative: 1e-12 });
  }
});

Deno.test("contextCurve() refuses steps that no chain has", () => {
  throws(
    () => contextCurve({ length: 2, tokenEntropy: 0.1, stepInformation: Float64Array.of(0.3) }),
    /Cannot use an information curve/,
  );
  throws(
    () => contextCurve({ length: 2, tokenEntropy: 1, stepInformation: Float64Array.of(NaN) }),
    /Cannot use an information curve/,
  );
});

Deno.test("a block is worth less to its own tokens where its left context is known", () => {
  const law = pottsChain({ length: 16, states: 3, coupling: 2 });
  const [first, second] = law.blockCurves([8, 8]);
  ok(second!.conditionalEntropies[0]! < first!.conditionalEntropies[0]!);
});
