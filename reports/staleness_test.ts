import assert from "node:assert/strict";
import { type ClaimReport, hasResults } from "@unmask/reporting";
import { readClaimOrProblem } from "./claim_files.ts";
import { claimInputs } from "./claim_inputs.ts";
import type { AnyClaimMaker } from "./claim_maker.ts";
import { claims } from "./claims.ts";
import { stalenessOf } from "./staleness.ts";

const maker = claims.find(({ key }: AnyClaimMaker) => key === "one-over-t")!;
const read = (file: string): Promise<string> =>
  Deno.readTextFile(new URL(`./one-over-t/${file}`, import.meta.url));
const data = await read("data.json");
const figure = await read("figure.vl.json");

for (const claim of claims) {
  Deno.test(`${claim.key}: the committed results are current`, async () => {
    assert.ok(hasResults(await readClaimOrProblem(claim)));
  });
}

const faults: readonly (readonly [string, { data?: string; figure?: string }, RegExp])[] = [
  ["no data.json", { figure }, /data\.json` is missing\. Run `deno task reproduce one-over-t`/],
  ["data.json that is no JSON", { data: "{", figure }, /holds no results/],
  ["data.json that is null", { data: "null", figure }, /holds no results/],
  ["data.json without rows", { data: data.replace('"rows"', '"lines"'), figure }, /no results/],
  ["a verdict written by hand", { data: data.replace("holds", "refuted"), figure }, /\(verdict\)/],
  ["a changed row", { data: data.replace(/"pathError":1/, '"pathError":3'), figure }, /stale/],
  ["a seed that is not the program's", {
    data: data.replace('"seed": null', '"seed": 1'),
    figure,
  }, /\(seed\)/],
  ["another claim's data", {
    data: data.replace('"claim": "one-over-t"', '"claim": "other"'),
    figure,
  }, /\(claim\)/],
  ["no figure", { data }, /figure\.vl\.json` is missing/],
  ["a figure of other data", { data, figure: figure.replace("Steps T", "Steps") }, /is stale/],
];
for (const [fault, files, message] of faults) {
  Deno.test(`stalenessOf() says what is wrong with ${fault}`, () => {
    const texts = { data: undefined, figure: undefined, ...files };
    assert.notDeepEqual(texts, { data, figure });
    assert.match(stalenessOf(maker, texts)!, message);
  });
}

Deno.test("readClaimOrProblem() keeps the words of a claim whose data are missing", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/one-over-t`);
    await Deno.writeTextFile(`${folder}/one-over-t/claim.md`, await read("claim.md"));
    const claim = await readClaimOrProblem(maker, new URL(`file://${folder}/`));
    const whole = await readClaimOrProblem(maker) as ClaimReport;
    assert.ok(!hasResults(claim));
    assert.equal(claim.sentence, whole.sentence);
    assert.match(claim.problem, /missing/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("results of a claim that is not always computed are stale where its files changed", async () => {
  const folder = await Deno.makeTempDir();
  const slow: AnyClaimMaker = { ...maker, full: { inputs: ["weights.bin", "rows.ts"] } };
  const reports = new URL(`file://${folder}/`);
  const own = `${folder}/${slow.key}`;
  try {
    await Deno.mkdir(own);
    await Deno.writeTextFile(`${own}/weights.bin`, "abc");
    const inputs = await claimInputs(slow, reports);
    // FIPS 180-2, the example of a message of three letters.
    assert.deepEqual(inputs, {
      "weights.bin": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      "rows.ts": "missing",
    });
    const made = JSON.stringify({ ...JSON.parse(data), inputs });
    assert.equal(stalenessOf(slow, { data: made, figure, inputs }), undefined);
    await Deno.writeTextFile(`${own}/rows.ts`, "");
    const now = await claimInputs(slow, reports);
    assert.match(
      stalenessOf(slow, { data: made, figure, inputs: now })!,
      /is stale: .*\(made of another rows\.ts\)\. Run `deno task reproduce --full one-over-t`/,
    );
    // Results from before their files were recorded.
    assert.match(
      stalenessOf(slow, { data, figure, inputs: now })!,
      /made of another weights\.bin, made of another rows\.ts/,
    );
    assert.equal(await claimInputs(maker, reports), undefined);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
