import assert from "node:assert/strict";
import type { BenchmarkRecord } from "./benchmark_record.ts";
import { madeRecord, type MadeRun } from "./naive/made_record.ts";
import { runInTurn } from "./pair.ts";
import { type PairFigures, readPairFigures } from "./pair_figures.ts";
import { pairFigures } from "./pair_figures_of_records.ts";
import { codeText, pairSummary } from "./pair_summary.ts";

const [base, head] = ["b".repeat(40), "c".repeat(40)];
const machine = "example-chip-2-cores";

/** Five runs of a made-up benchmark, each a percent slower than the one before. */
const runs = (factor = 1, run: MadeRun = {}): BenchmarkRecord[] =>
  [1, 1.01, 1.02, 1.03, 1.04].map((drift) =>
    madeRecord({
      processes: { 16: [16000 * factor * drift], 64: [64000 * factor * drift] },
      ...run,
    })
  );

const figuresOf = (
  baseRecords: BenchmarkRecord[],
  headRecords: BenchmarkRecord[],
): PairFigures => pairFigures({ base, head, baseRecords, headRecords, pairs: 5, machine });

Deno.test("runInTurn() runs the two in turn, and takes turns at going first", async () => {
  const order: string[] = [];
  const bench = (tree: string): Promise<BenchmarkRecord | null> => {
    order.push(tree);
    return Promise.resolve(tree === "b" ? null : madeRecord());
  };
  const records = await runInTurn({ base: "b", head: "h" }, { pairs: 3, bench });
  assert.equal(order.join(""), "bhhbbh");
  assert.deepEqual([records.base.length, records.head.length], [0, 3]);
});

Deno.test("a head that is 20% slower is told, and is not red for it", () => {
  const figures = figuresOf(runs(), runs(1.2));
  assert.deepEqual(figures.breaches, []);
  const summary = pairSummary(figures);
  assert.match(summary, /\*\*Green\*\*: 2 answers checked in each of 5 runs \(base: 2\)/);
  assert.match(summary, /Of 2 calls 2 are slower, 0 are faster/);
  assert.match(
    summary,
    /`made-up closed form 16` \| 16\.3 µs \| 19\.6 µs \| 20% more \| 5% \| slower/,
  );
});

Deno.test("a head that is the base is not called a change", () => {
  const summary = pairSummary(figuresOf(runs(), runs()));
  assert.match(summary, /Of 2 calls 0 are slower, 0 are faster, and in 2 no change can be seen/);
});

Deno.test("fewer than five runs a side are not said to show that nothing changed", () => {
  const [before, after] = [runs().slice(0, 4), runs(9).slice(0, 4)];
  const summary = pairSummary(figuresOf(before, after));
  assert.match(summary, /and in 0 no change can be seen at their noise; in 2 too few runs were/);
  assert.equal(summary.match(/ \| unknown \|$/gm)?.length, 2);
  assert.doesNotMatch(pairSummary(figuresOf(runs(), runs())), /too few|unknown/);
});

Deno.test("a lost answer, a changing answer and a head that does not run are red", () => {
  const kinds = (baseRecords: BenchmarkRecord[], headRecords: BenchmarkRecord[]): string[] =>
    figuresOf(baseRecords, headRecords).breaches.map(({ kind }) => kind);
  assert.deepEqual(kinds(runs(), runs(1, { processes: { 16: [1] } })), ["lost answer"]);
  assert.deepEqual(kinds(runs(1, { processes: { 16: [1] } }), runs()), []);
  const changing = runs();
  changing[3] = madeRecord({ processes: { 16: [1], 64: [1] }, toleranceUsed: 0.3 });
  assert.deepEqual(kinds(runs(), changing), new Array(2).fill("answer changes between runs"));
  assert.deepEqual(kinds(runs(), []), ["head does not run"]);
  assert.deepEqual(kinds(runs(), runs().slice(1)), ["head does not run"]);
  assert.match(pairSummary(figuresOf(runs(), [])), /\*\*Red\*\*: the benchmarks of the head/);
});

Deno.test("a base whose benchmarks do not run leaves no times and is not red", () => {
  const figures = figuresOf([], runs());
  assert.deepEqual(figures.breaches, []);
  assert.match(pairSummary(figures), /No times: the benchmarks of the base do not run\./);
});

Deno.test("records of another machine are refused", () => {
  const other = runs(1, { cores: 4 });
  assert.throws(
    () => figuresOf(runs(), other),
    /records must be of example-chip-2-cores, got example-chip-4-cores/,
  );
});

Deno.test("readPairFigures() reads back what was written", () => {
  const figures = figuresOf(runs(), runs(1.2, { processes: { 16: [1] } }));
  assert.deepEqual(readPairFigures(JSON.stringify(figures)), figures);
});

/** Texts that would do something in a page, a table or a message to people. */
const hostile = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "[click](javascript:alert(1))",
  "![x](https://example.org/x.png)",
  "@everyone",
  "#1",
  "a`b",
  "a | b",
  "a\nb",
  "a\u2028b",
  "\u202egpj.exe",
  "${{ github.token }}",
  "$(id)",
  "../../x",
  "a".repeat(81),
  "",
  " a",
];

Deno.test("readPairFigures() refuses every text that is not a plain name, and repeats none of it", () => {
  const sound = figuresOf(runs(), runs(1, { processes: { 16: [1] } }));
  assert.ok(sound.breaches.length > 0 && sound.calls.length > 0);
  for (const text of hostile) {
    const spoiled: unknown[] = [
      { ...sound, machine: text },
      { ...sound, base: text },
      { ...sound, head: text },
      { ...sound, [text]: 1 },
      { ...sound, calls: [{ ...sound.calls[0], workload: text }] },
      { ...sound, calls: [{ ...sound.calls[0], engine: text }] },
      { ...sound, breaches: [{ ...sound.breaches[0], engine: text }] },
      { ...sound, breaches: [{ kind: text }] },
    ];
    for (const value of spoiled) {
      assert.throws(() => readPairFigures(JSON.stringify(value)), ({ message }: Error) => {
        assert.equal(
          message,
          "Cannot read figures: they must be of the schema, with nothing besides",
        );
        return true;
      }, JSON.stringify(value));
    }
  }
});

Deno.test("readPairFigures() refuses numbers that are no figures, long lists and long texts", () => {
  const sound = figuresOf(runs(), runs());
  const [call] = sound.calls;
  for (
    const value of [
      null,
      [],
      {},
      { ...sound, schema: 2 },
      { ...sound, pairs: 0 },
      { ...sound, pairs: 1.5 },
      { ...sound, answers: { base: -1, head: 2 } },
      { ...sound, calls: [{ ...call, base: [0] }] },
      { ...sound, calls: [{ ...call, base: [] }] },
      { ...sound, calls: [{ ...call, base: ["1"] }] },
      { ...sound, calls: new Array(401).fill(call) },
    ]
  ) {
    assert.throws(() => readPairFigures(JSON.stringify(value)), /of the schema/);
  }
  assert.throws(() => readPairFigures("{"), /must be JSON/);
  assert.throws(() => readPairFigures(" ".repeat(262_145)), /at most 262144 bytes/);
});

Deno.test("codeText() leaves nothing with which a text could leave its code span", () => {
  for (const text of hostile) {
    assert.match(codeText(text), /^`[A-Za-z0-9 .?-]+`$/);
  }
});
