import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { type MemoryWorld, runInMemory } from "../memory_io.ts";

const keys = [
  "source",
  "length",
  "vocabularySize",
  "exact",
  "entropy",
  "totalCorrelation",
  "dualTotalCorrelation",
  "totalMutualInformation",
  "informationCurve",
];

/** A JSON document, as another program sees it. */
// deno-lint-ignore no-explicit-any
type Document = any;

async function curve(source: string, world: MemoryWorld = {}): Promise<Document> {
  const { status, output, errors } = await runInMemory(
    ["curve", "--source", source, "--json"],
    world,
  );
  strictEqual(errors, "");
  strictEqual(status, 0);
  const document = JSON.parse(output);
  deepStrictEqual(Object.keys(document), keys);
  strictEqual(document.exact, true);
  strictEqual(document.informationCurve.length, document.length);
  return document;
}

/** Within a relative 1e-12, the promise between engines. */
function close(actual: number, expected: number): void {
  ok(
    Math.abs(actual - expected) <= 1e-12 * Math.max(1, Math.abs(expected)),
    `${actual} ${expected}`,
  );
}

Deno.test("curve of copies: TC = (L-1) ln K, DTC = ln K, MI = L ln K", async () => {
  const document = await curve("copies:length=6,states=3");
  deepStrictEqual(document.source, { kind: "copies", length: 6, states: 3 });
  strictEqual(document.vocabularySize, 3);
  close(document.entropy, Math.log(3));
  close(document.totalCorrelation, 5 * Math.log(3));
  close(document.dualTotalCorrelation, Math.log(3));
  close(document.totalMutualInformation, 6 * Math.log(3));
  deepStrictEqual(document.informationCurve.slice(1), [0, 0, 0, 0, 0]);
});

Deno.test("curve of a Potts chain agrees with 50-digit enumeration (mpmath 1.3.0)", async () => {
  const document = await curve("potts-chain:length=5,states=3,coupling=1.3");
  deepStrictEqual(document.source, { kind: "potts-chain", length: 5, states: 3, coupling: 1.3 });
  const expected = [
    1.09861228866810969139524523692,
    1.00033000614885900742867776174,
    0.920944941001481563172754789887,
    0.854802318241579543413925231279,
    0.798625716843475816623608494472,
  ];
  expected.forEach((value, k) => close(document.informationCurve[k], value));
  close(document.entropy, 4.6733152709035056220342115143);
  close(document.totalCorrelation, 0.819746172437042834942014670314);
  close(document.dualTotalCorrelation, 0.680186686686126538916169041938);
});

Deno.test("curve of a Markov chain agrees with 50-digit enumeration (mpmath 1.3.0)", async () => {
  const transitions = [[0.7, 0.2, 0.1], [0.1, 0.1, 0.8], [0.45, 0.5, 0.05]];
  const document = await curve("markov-chain:length=5,file=m.json", {
    files: { "m.json": JSON.stringify({ transitions }) },
  });
  strictEqual(document.vocabularySize, 3);
  strictEqual(document.source.file, "m.json");
  const expected = [
    1.05176281459393115563250467155,
    0.922127581615105222828897980968,
    0.815376016128587647718008775306,
    0.722616003744094921060869637597,
    0.638789412426194424806116393849,
  ];
  expected.forEach((value, k) => close(document.informationCurve[k], value));
});

Deno.test("a Markov chain with a given start is another law than the stationary one", async () => {
  const transitions = [[0, 1], [1, 0]];
  const certain = await curve("markov-chain:length=3,file=m", {
    files: { m: JSON.stringify({ transitions, initial: [1, 0] }) },
  });
  strictEqual(certain.entropy, 0);
  const stationary = await curve("markov-chain:length=3,file=m", {
    files: { m: JSON.stringify({ transitions }) },
  });
  close(stationary.entropy, Math.log(2));
});

Deno.test("curve of a table agrees with 50-digit enumeration (mpmath 1.3.0)", async () => {
  // deno-fmt-ignore
  const weights = [674, 359, 0, 0, 0, 0, 708, 234, 678, 451, 0, 0, 0, 205, 0, 346, 818, 20, 840,
    522, 0, 434, 116, 995, 0, 0, 168, 907, 0, 0, 411, 685];
  const document = await curve("table:file=t.json", {
    files: { "t.json": JSON.stringify({ length: 5, states: 2, weights }) },
  });
  close(document.totalCorrelation, 0.607303418349397705939130607716);
  close(document.dualTotalCorrelation, 0.926998666592187856116691251727);
  close(document.informationCurve[4], 0.368553386850209852768283236281);
});

Deno.test("curve of a table reads weights row-major, last token fastest", async () => {
  // p(x0, x1) with x1 a copy of x0 but x0 biased: symmetric, so a third token tells the order.
  // Weights of (x0, x1, x2) where only x2 is random: H = ln 2, and position 2 carries it.
  const weights = [1, 1, 0, 0, 0, 0, 0, 0];
  const { output } = await runInMemory([
    ..."sample --source table:file=t --sizes 1,1,1 --count 20 --json".split(" "),
  ], { files: { t: JSON.stringify({ length: 3, states: 2, weights }) } });
  const { samples } = JSON.parse(output) as { samples: number[][] };
  ok(samples.every(([x0, x1]) => x0 === 0 && x1 === 0));
  ok(samples.some(([, , x2]) => x2 === 1));
});

Deno.test("curve of a curve is itself, from an array or from an answer of curve --json", async () => {
  const first = await curve("curve:file=c", { files: { c: "[2, 1.5, 0.25]" } });
  deepStrictEqual(first.informationCurve, [2, 1.5, 0.25]);
  strictEqual(first.vocabularySize, null);
  strictEqual(first.entropy, 3.75);
  strictEqual(first.totalCorrelation, 2.25);
  const again = await curve("curve:file=c", { files: { c: JSON.stringify(first) } });
  deepStrictEqual(again.informationCurve, first.informationCurve);
});

Deno.test("curve of a text records how the chain was fitted", async () => {
  const document = await curve("text:file=t.txt,length=4", {
    files: { "t.txt": "\uFEFFAbba, abba!" },
  });
  const { sha256: _, ...source } = document.source;
  deepStrictEqual(source, {
    kind: "text",
    file: "t.txt",
    length: 4,
    order: 1,
    alphabet: "letters",
    tokens: 9,
    alphabetSize: 27,
    smoothing: "additive",
    pseudoCount: 0.5,
  });
  // sha256sum of the file's bytes, byte order mark and all.
  strictEqual(
    document.source.sha256,
    "dfa153443917a8b08144aecf24c4a6b36f129dea8b60b9bed435969a156942ea",
  );
});

Deno.test("a text of order 0 has independent characters", async () => {
  const files = { t: "abracadabra" };
  const document = await curve("text:file=t,length=3,order=0,alphabet=characters", { files });
  // Smoothed law of a b c d r: counts 5 2 1 1 2 and one half each, of 13.5.
  const entropy = [5.5, 2.5, 1.5, 1.5, 2.5]
    .reduce((sum, count) => sum - count / 13.5 * Math.log(count / 13.5), 0);
  document.informationCurve.forEach((value: number) => close(value, entropy));
  strictEqual(document.vocabularySize, 5);
});

Deno.test("the curve of a single token is its entropy", async () => {
  const document = await curve("potts-chain:length=1,states=4,coupling=2");
  close(document.informationCurve[0], Math.log(4));
  strictEqual(document.totalMutualInformation, 0);
});

Deno.test("curve --json writes a million numbers and more in one document", async () => {
  const document = await curve("copies:length=1048576,states=2");
  strictEqual(document.informationCurve.length, 2 ** 20);
});

Deno.test("curve prints a table for 80 columns", async () => {
  const { output } = await runInMemory(["curve", "--source", "copies:length=4096,states=3"]);
  ok(output.includes("copies, length 4096, states 3"));
  ok(/total correlation TC +4498\.8173/.test(output), output); // 4095 ln 3
  for (const line of output.split("\n")) ok(line.length <= 80, line);
});
