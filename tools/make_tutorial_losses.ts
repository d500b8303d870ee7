/**
 * Writes `docs/tutorials/losses.csv`, the example log of the tutorial on planning from losses.
 *
 * The law is stated: a Potts chain of 64 tokens, 8 states and coupling 4, seen by a predictor whose own
 * error is 0.5 nats at every masked fraction. At each of 40 fractions the loss is its mean, the
 * binomial average of the curve, plus normal noise of 0.01 nats.
 *
 *     deno run --allow-read --allow-write=docs tools/make_tutorial_losses.ts
 *
 * @module
 */
import { pottsChain } from "@unmask/potts";
import { drawNormals, streamFamily } from "@unmask/random";

const LENGTH = 64;
const ROWS = 40;
const STANDARD_ERROR = 0.01;
const OWN_ERROR = 0.5;

/**
 * The contents of the file.
 *
 * @returns CSV with a header
 */
export function tutorialLosses(): string {
  const { conditionalEntropies } = pottsChain({ length: LENGTH, states: 8, coupling: 4 })
    .informationCurve();
  const noise = drawNormals(
    ROWS,
    streamFamily({ seed: 1, cell: "tutorial", purpose: "losses" }).at(0),
  );
  const lines = Array.from({ length: ROWS }, (_, row) => {
    const masked = (row + 1) / ROWS;
    const loss = OWN_ERROR + binomialMean(conditionalEntropies, 1 - masked) +
      STANDARD_ERROR * noise[row]!;
    return `${masked.toFixed(3)},${loss.toFixed(4)},${STANDARD_ERROR}\n`;
  });
  return `masked_fraction,loss,standard_error\n${lines.join("")}`;
}

/** `sum_j Binomial(j; L-1, u) f(j)`, by the triangle of de Casteljau. */
function binomialMean(curve: Float64Array, u: number): number {
  const values = curve.slice();
  for (let n = values.length - 1; n > 0; n--) {
    for (let j = 0; j < n; j++) values[j] = (1 - u) * values[j]! + u * values[j + 1]!;
  }
  return values[0]!;
}

if (import.meta.main) {
  await Deno.writeTextFile(
    new URL("../docs/tutorials/losses.csv", import.meta.url),
    tutorialLosses(),
  );
}
