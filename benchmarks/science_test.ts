import assert from "node:assert/strict";
import { type Bound, boundOf } from "@unmask/convergence";
import { readScience } from "./science.ts";
import type { ScienceBenchmark, ScienceFigure } from "./science_benchmark.ts";
import { scienceDrift } from "./science_drift.ts";
import { computeScience, loadScience, type ScienceRecord, scienceText } from "./science_record.ts";
import { scienceTable } from "./report/science_table.ts";
import { boundRatios } from "./science/bound_ratios.ts";
import { science as minimax } from "./science/minimax.ts";

const committed = (await readScience())!;

/** The benchmarks whose figures are computed here; those that are counted have a test of their own. */
const computed = (await loadScience()).filter(({ name }) => name !== "operations");

Deno.test("every benchmark of the folder is committed, in the order of the files", async () => {
  assert.deepEqual(
    Object.keys(committed.benchmarks),
    (await loadScience()).map(({ name }) => name),
  );
});

Deno.test("figures computed afresh are the committed ones", async () => {
  const record = await computeScience(computed);
  const { operations: _, ...others } = committed.benchmarks;
  assert.deepEqual(scienceDrift({ ...committed, benchmarks: others }, record), []);
});

Deno.test("two computations give the same bytes", async () => {
  const cheap = computed.filter(({ name }) => name !== "model-evaluations");
  assert.equal(scienceText(await computeScience(cheap)), scienceText(await computeScience(cheap)));
});

Deno.test("what is written is read back to the last bit", () => {
  assert.deepEqual(JSON.parse(scienceText(committed)), committed);
});

/** The committed record with other figures in nats of one benchmark. */
function withNats(
  record: ScienceRecord,
  change: (nats: Readonly<Record<string, number>>) => Record<string, number>,
): ScienceRecord {
  const optima = record.benchmarks["optima"]!;
  const nats = change(optima.figures.nats!);
  return {
    ...record,
    benchmarks: {
      ...record.benchmarks,
      optima: { ...optima, figures: { ...optima.figures, nats } },
    },
  };
}

const [label, value] = Object.entries(committed.benchmarks["optima"]!.figures.nats!)
  .find(([, nats]) => nats > 0.01)!;

Deno.test("a figure that is off by 1e-9 of itself is drift, and is named", () => {
  const off = withNats(committed, (nats) => ({ ...nats, [label]: value * (1 + 1e-9) }));
  assert.deepEqual(scienceDrift(committed, off), [
    `optima: ${label} was ${value} nats, is now ${value * (1 + 1e-9)} nats`,
  ]);
});

Deno.test("a missing figure and a new one are drift, and are named", () => {
  const renamed = withNats(committed, ({ [label]: _, ...nats }) => ({ ...nats, another: 1 }));
  assert.deepEqual(scienceDrift(committed, renamed), [
    `optima: ${label} is missing, was ${value} nats`,
    "optima: another is new, 1 nats",
  ]);
});

Deno.test("other Math functions may change last digits, and no more", () => {
  const elsewhere = { ...committed, mathFingerprint: "0".repeat(16) };
  const off = (share: number): ScienceRecord =>
    withNats(elsewhere, (nats) => ({ ...nats, [label]: value * (1 + share) }));
  assert.deepEqual(scienceDrift(committed, off(1e-10)), []);
  assert.equal(scienceDrift(committed, off(1e-8)).length, 1);
});

Deno.test("a bound on the wrong side of the error is refused", async () => {
  // An attained bound, halved, is below the error; without its 1/16 the lower one is above.
  const half: Bound = {
    ...boundOf("sharp-max"),
    evaluate: (curve, sizes) => boundOf("sharp-max").evaluate(curve, sizes) / 2,
  };
  const sixteenfold: Bound = {
    ...boundOf("li-cai-theorem-2-lower"),
    evaluate: (curve, sizes) => 16 * boundOf("li-cai-theorem-2-lower").evaluate(curve, sizes),
  };
  for (const [bound, side] of [[half, "at least 0.99"], [sixteenfold, "at most 1.00"]] as const) {
    const planted = benchmarkOf(boundRatios([bound]));
    await assert.rejects(computeScience([planted]), new RegExp(`ratio must be ${side}`));
  }
});

Deno.test("a bound that no schedule was tried for is refused", () => {
  const unseen: Bound = { ...boundOf("sharp-max"), key: "unseen", applies: () => false };
  assert.throws(() => boundRatios([unseen]), /Cannot rate the bound unseen: it must apply/);
});

Deno.test("a figure that misses its reference is refused", async () => {
  const figures = (await minimax.figures()).map((figure): ScienceFigure =>
    figure.expected === undefined ? figure : { ...figure, value: figure.value * (1 + 1e-8) }
  );
  await assert.rejects(
    computeScience([benchmarkOf(figures)]),
    /Cannot record planted: .* must be .* by all compositions/,
  );
});

Deno.test("a figure without a number and a label told twice are refused", async () => {
  const figure: ScienceFigure = { label: "one", value: 1, unit: "nats" };
  await assert.rejects(computeScience([benchmarkOf([{ ...figure, value: NaN }])]), /finite/);
  await assert.rejects(computeScience([benchmarkOf([figure, figure])]), /told once/);
});

Deno.test("the table has a section for each benchmark and a line for each figure that it shows", () => {
  const lines = scienceTable(committed).split("\n");
  const headings = lines.filter((line) => line.startsWith("### "));
  assert.deepEqual(headings, Object.keys(committed.benchmarks).map((name) => `### ${name}`));
  // Label, value and unit between four bars.
  assert.ok(
    lines.filter((line) => line.startsWith("|")).every((line) => line.split("|").length === 5),
  );
});

function benchmarkOf(figures: readonly ScienceFigure[]): ScienceBenchmark {
  return { name: "planted", title: "planted", figures: () => figures };
}
