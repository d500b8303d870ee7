import { deepStrictEqual, match, notDeepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { sequences } from "@unmask/testing";
import { fitContextTransitions, HigherOrderChain } from "@unmask/potts";
import { runInMemory } from "../memory_io.ts";
import { assertRefused } from "../refusals.ts";

/** 3 characters in an order that pairs tell more of than single ones do. */
const text = "abcabbcacabcabcbbcaabcacbabcabcabbcabc".repeat(20);
const files = { t: text };
const tokens = [...text].map((symbol) => "abc".indexOf(symbol));
const { transitions } = fitContextTransitions(tokens, { states: 3, order: 2 });

const source = (length: number): string =>
  `text:file=t,length=${length},order=2,alphabet=characters`;

/** A JSON document, as another program sees it. */
// deno-lint-ignore no-explicit-any
type Document = any;

async function answer(line: string): Promise<Document> {
  const { status, output, errors } = await runInMemory([...line.split(" "), "--json"], { files });
  strictEqual(errors, "");
  strictEqual(status, 0);
  return JSON.parse(output);
}

Deno.test("error of a short text of order 2 is exact: by hand over all sequences of 2 and 1", async () => {
  const { pathError, endpointError } = await answer(`error --source ${source(2)} --sizes 2`);
  const law = new HigherOrderChain({ length: 2, transitions });
  const mass = (...tokens: number[]): number =>
    Math.exp(law.logProbability(Int32Array.from(tokens)));
  const alone = [0, 1, 2].map((x) => [0, 1, 2].reduce((sum, y) => sum + mass(x, y), 0));
  let mutual = 0;
  for (const [x, y] of sequences(2, 3) as Iterable<[number, number]>) {
    mutual += mass(x, y) * Math.log(mass(x, y) / (alone[x]! * alone[y]!));
  }
  ok(Math.abs(pathError - mutual) < 1e-12 && Math.abs(endpointError - mutual) < 1e-12);
});

Deno.test("curve of a longer text of order 2 is estimated: its sum is the entropy of a sequence", async () => {
  const length = 16;
  const document = await answer(`curve --source ${source(length)}`);
  strictEqual(document.exact, false);
  strictEqual(document.vocabularySize, 3);
  strictEqual(document.source.order, 2);
  strictEqual(document.entropy, null);
  const { entropy } = { entropy: new HigherOrderChain({ length, transitions }).entropy() };
  const sum = document.informationCurve.reduce((total: number, f: number) => total + f, 0);
  // The errors of neighbouring values hang together, so 4 of their plain sum is a generous interval.
  const doubt = document.standardErrors.reduce((total: number, se: number) => total + se, 0);
  ok(Math.abs(sum - entropy) < 4 * doubt && doubt < 0.05 * entropy, `${sum} ${entropy} ${doubt}`);
  // The chain of order 1 with the same pairs knows less of a sequence.
  const first = await answer(`curve --source ${source(length).replace("order=2", "order=1")}`);
  ok(first.entropy - sum > 4 * doubt);
});

Deno.test("a seed draws another estimate, and the same seed the same", async () => {
  const line = `error --source ${source(16)} --sizes 8,8`;
  const price = await answer(line);
  deepStrictEqual(await answer(`${line} --seed 0`), price);
  const other = await answer(`${line} --seed 1`);
  notDeepStrictEqual(other, price);
  const [low, high] = price.interval;
  ok(low < other.pathError && other.pathError < high);
});

Deno.test("plan, sample and policies of a text of order 2 work where the law gives what they need", async () => {
  const plan = await answer(`plan --source ${source(16)} --steps 4`);
  strictEqual(plan.exact, false);
  strictEqual(plan.sizes.length, 4);
  const { text: samples } = await answer(`sample --source ${source(16)} --sizes 8,8 --count 2`);
  for (const sample of samples) match(sample, /^[abc]{16}$/);
  const policy = await answer(`error --source ${source(16)} --policy confidence:count=8`);
  strictEqual(policy.bestRandomPositions, null);
  strictEqual(policy.estimates.evaluations.mean, 2);
});

Deno.test("a text of order 2 refuses what its curve cannot answer", async () => {
  const refused = (line: string, rule: RegExp): Promise<void> =>
    assertRefused([[line.split(" "), rule]], { files: { ...files, many: letters(33) } });
  await refused(
    `error --source ${source(16)} --grid 0,0.5,1`,
    /its curve must be exact here, got a chain of order 2 and length 16, whose curve is estimated/,
  );
  await refused(`plan --source ${source(16)} --steps 4 --blocks 2`, /got text of order 2/);
  await refused(
    `error --source ${source(16)} --sizes 8,8 --predictor mixture:share=0.1`,
    /--predictor must stand beside sizes and an exact curve, got text, whose curve is estimated/,
  );
  await refused(
    `curve --source ${source(16).replace("file=t", "file=many")}`,
    /pairs of different characters must be at most 1024, got 33\^2; alphabet=letters has 27/,
  );
  await refused(`curve --source ${source(16).replace("order=2", "order=3")}`, /order/);
});

/** A text of so many different characters. */
function letters(count: number): string {
  return Array.from({ length: count }, (_, i) => String.fromCodePoint(0x61 + i)).join("");
}
