import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { runInMemory } from "../memory_io.ts";
import { assertRefused } from "../refusals.ts";

/** A JSON document, as another program sees it. */
// deno-lint-ignore no-explicit-any
type Document = any;

async function answer(line: string): Promise<Document> {
  const { status, output, errors } = await runInMemory([...line.split(" "), "--json"]);
  strictEqual(errors, "");
  strictEqual(status, 0);
  return JSON.parse(output);
}

/** Within a relative 1e-12, the promise between engines. */
function close(actual: number, expected: number): void {
  ok(
    Math.abs(actual - expected) <= 1e-12 * Math.max(1, Math.abs(expected)),
    `${actual} ${expected}`,
  );
}

const code = "reed-solomon:field=5,length=4,dimension=2";
const ring = "potts-ring:length=5,states=2,coupling=1";

Deno.test("curve of the exact laws: product is flat, parity and codes are one step", async () => {
  const [two, five] = [Math.log(2), Math.log(5)];
  const cases: [source: string, record: Document, curve: number[]][] = [
    ["product:length=4,states=2", { kind: "product", length: 4, states: 2 }, [two, two, two, two]],
    ["parity:length=4,states=2", { kind: "parity", length: 4, states: 2 }, [two, two, two, 0]],
    [code, { kind: "reed-solomon", field: 5, length: 4, dimension: 2 }, [five, five, 0, 0]],
  ];
  for (const [source, record, curve] of cases) {
    const document = await answer(`curve --source ${source}`);
    deepStrictEqual(document.source, record);
    strictEqual(document.length, 4);
    strictEqual(document.vocabularySize, curve[0] === five ? 5 : 2);
    deepStrictEqual(document.informationCurve, curve);
  }
  const { totalCorrelation, dualTotalCorrelation } = await answer(`curve --source ${code}`);
  close(totalCorrelation, 2 * five);
  close(dualTotalCorrelation, 2 * five);
});

Deno.test("curve of a Potts ring agrees with 50-digit enumeration (mpmath 1.3.0)", async () => {
  const document = await answer(`curve --source ${ring}`);
  deepStrictEqual(document.source, { kind: "potts-ring", length: 5, states: 2, coupling: 1 });
  const expected = [
    0.693147180559945309417232121458,
    0.604739810365695277835727464577,
    0.553973493731369864829431774259,
    0.513078469143234313512586439633,
    0.479118854927091765527334966773,
  ];
  expected.forEach((value, k) => close(document.informationCurve[k], value));
});

Deno.test("error of a code depends on where a block ends, not on how many there are", async () => {
  // theory: ln q for each token after the second in a block that reaches across it.
  for (const [sizes, words] of [["2,2", 0], ["1,2,1", 1], ["1,3", 2], ["4", 2]] as const) {
    const { pathError } = await answer(`error --source ${code} --sizes ${sizes}`);
    close(pathError, words * Math.log(5));
  }
});

Deno.test("both errors of parity, product and a ring, by hand and by 50-digit enumeration", async () => {
  const cases: [line: string, path: number, endpoint: number][] = [
    // The last token is drawn without the others: one fair bit too many either way.
    ["parity:length=4,states=2 --sizes 2,2", Math.LN2, Math.LN2],
    ["parity:length=4,states=2 --sizes 3,1", 0, 0],
    ["product:length=4,states=3 --sizes 4", 0, 0],
    [`${ring} --sizes 2,3`, 0.204157033586663682200446798992, 0.093980511367387179505816891231],
  ];
  for (const [line, path, endpoint] of cases) {
    const document = await answer(`error --source ${line}`);
    close(document.pathError, path);
    close(document.endpointError, endpoint);
    for (const bound of document.bounds) if (bound.applies) ok(bound.holds, bound.key);
  }
});

Deno.test("plan puts the cut where a code has its step, and one step is enough without dependence", async () => {
  deepStrictEqual((await answer(`plan --source ${code} --steps 2`)).sizes, [2, 2]);
  deepStrictEqual((await answer(`plan --source ${code} --error 0`)).sizes, [2, 2]);
  const parity = await answer("plan --source parity:length=9,states=3 --error 0");
  deepStrictEqual(parity.sizes, [8, 1]);
  const product = await answer("plan --source product:length=9,states=3 --error 0");
  deepStrictEqual(product.sizes, [9]);
  const { points } = await answer(`frontier --source ${ring}`);
  strictEqual(points.length, 5);
  close(points[1].pathError, 0.204157033586663682200446798992);
});

Deno.test("sample draws words where each iteration knows enough, and other sequences where not", async () => {
  const samples = async (line: string): Promise<number[][]> =>
    (await answer(`sample --source ${line} --count 40`)).samples;
  // A line through the first two tokens goes through the last two.
  const isWord = ([a, b, c, d]: number[]): boolean =>
    (2 * b! - a! - c! + 10) % 5 === 0 && (2 * c! - b! - d! + 10) % 5 === 0;
  ok((await samples(`${code} --sizes 2,2`)).every(isWord));
  // Four free tokens are a word with probability 1/25: below 1e-55 that all 40 are.
  ok(!(await samples(`${code} --sizes 4`)).every(isWord));
  const even = (tokens: number[]): boolean => tokens.reduce((a, b) => a + b) % 2 === 0;
  ok((await samples("parity:length=6,states=2 --sizes 5,1")).every(even));
  ok(!(await samples("parity:length=6,states=2 --sizes 6")).every(even));
  // Two states that repel on an odd ring: exactly one pair of neighbours agrees.
  const agreeing = (tokens: number[]): number =>
    tokens.filter((token, i) => token === tokens[(i + 1) % tokens.length]).length;
  const frustrated = await samples(
    "potts-ring:length=7,states=2,coupling=-800 --sizes 1,1,1,1,1,1,1",
  );
  ok(frustrated.every((tokens) => agreeing(tokens) === 1));
  strictEqual((await samples("product:length=3,states=4 --sizes 3")).length, 40);
});

Deno.test("a code too large to complete has a curve and a plan, and is refused samples", async () => {
  const large = "reed-solomon:field=131101,length=131072,dimension=65536";
  deepStrictEqual((await answer(`plan --source ${large} --steps 2`)).sizes, [65536, 65536]);
  strictEqual((await answer(`error --source ${large} --sizes 65536,65536`)).endpointError, null);
  await assertRefused([
    [`sample --source ${large} --schedule uniform --steps 131072`.split(" "), /operations of one/],
    [
      "sample --source reed-solomon:field=1048573,length=1048573,dimension=9000 --schedule uniform --steps 1048573"
        .split(" "),
      /operations of one iteration must be at most 4294967296/,
    ],
  ]);
});
