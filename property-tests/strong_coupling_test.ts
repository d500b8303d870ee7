import { strictEqual, throws } from "node:assert/strict";
import { optimalSchedule } from "@unmask/convergence";
import { curveFromTokenMutualInformation } from "@unmask/information";
import { pottsChain } from "@unmask/potts";
import { assertClose } from "@unmask/testing";

/** A case of strong_reference.json, by strong_reference.py. */
interface Reference {
  readonly length: number;
  readonly states: number;
  readonly coupling: number;
  /** In 2, 3 and 4 steps, nats. */
  readonly leastErrors: readonly string[];
}

const file = new URL("../packages/potts/testdata/strong_reference.json", import.meta.url);
const references: readonly Reference[] = JSON.parse(await Deno.readTextFile(file)).cases;

/** Sums of a few hundred rounded terms; a chain's weights are products of as many factors. */
const tolerance = { relative: 1e-12 };

Deno.test("plans of nearly determined tokens are optimal to all digits, down to errors of 1e-22", () => {
  let compared = 0;
  for (const { leastErrors, ...chain } of references) {
    const curve = pottsChain(chain).informationCurve();
    leastErrors.forEach((expected, i) => {
      assertClose(optimalSchedule(curve, { steps: i + 2 }).pathError, Number(expected), tolerance);
      compared++;
    });
  }
  strictEqual(compared, 5 * 3);
});

Deno.test("Z alone has no digit of these errors left: the check can fail", () => {
  const { leastErrors, ...chain } = references.find(({ coupling }) => coupling === 60)!;
  const { conditionalEntropies, tokenMutualInformation } = pottsChain(chain).informationCurve();
  const blunt = curveFromTokenMutualInformation(conditionalEntropies[0]!, tokenMutualInformation);
  throws(() =>
    assertClose(optimalSchedule(blunt, { steps: 2 }).pathError, Number(leastErrors[0]), tolerance)
  );
});
