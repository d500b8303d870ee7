import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import type { BenchmarkRecord, RecordedTime, RecordedWorkload } from "../benchmark_record.ts";
import type { EngineKind } from "../engine.ts";
import { scalingFigure } from "../figure.ts";
import { readRecords } from "../read_records.ts";
import { readScience } from "../science.ts";
import { comparedEngines, engineFigure } from "./engine_figure.ts";
import { markdownTable } from "./markdown_table.ts";
import { lawTable, speedTables } from "./speed_tables.ts";
import { REPORT_FOLDER, reportFiles } from "./write_report.ts";

const read = (name: string): Promise<string> => readFile(new URL(name, REPORT_FOLDER), "utf8");

Deno.test("the report is what its record and the figures of science give", async () => {
  const readme = await read("README.md");
  const record = (await readRecords()).find(({ date, environment: { cpuModel, cores } }) =>
    readme.includes(`| day | ${date} |\n| processor | ${cpuModel}, ${cores} cores |`)
  );
  assert.ok(record, "the record of the report must be among the records");
  const files = await reportFiles(record, (await readScience())!);
  for (const [name, text] of files) assert.ok(await read(name) === text, `${name} differs`);
});

/** A workload with times in seconds by engine and size. */
function workloadOf(
  engines: Readonly<Record<string, { kind: EngineKind; times: Readonly<Record<number, number>> }>>,
): RecordedWorkload {
  const times = Object.entries(engines).flatMap(([engine, { kind, times }]) =>
    Object.entries(times).map(([size, seconds]): RecordedTime => ({
      ...{ engine, kind, size: Number(size), work: 1, toleranceUsed: 0, batches: [1, 1] },
      ...{ samples: [[1e9 * seconds], [1e9 * seconds]], median: 1e9 * seconds },
      processMedians: [1e9 * seconds, 1e9 * seconds],
      ...{ interval: [0.9e9 * seconds, 1.2e9 * seconds], medianAbsoluteDeviation: 1e7 * seconds },
      peakMemory: null,
    }))
  );
  return {
    ...{ name: "planted", title: "what | is planted", sizeLabel: "length L", growth: "power" },
    ...{ unit: "tokens", theory: null, times, growths: [], costLaws: [] },
  };
}

function recordOf(workload: RecordedWorkload): BenchmarkRecord {
  return { environment: {}, workloads: [workload] } as unknown as BenchmarkRecord;
}

const rivals = workloadOf({
  definition: { kind: "naive", times: { 2: 8, 4: 64 } },
  quick: { kind: "fast", times: { 2: 1, 4: 2, 8: 4 } },
  threads: { kind: "workers", times: { 4: 1.5, 8: 2 } },
  lost: { kind: "plain", times: { 16: 1 } },
});

Deno.test("each engine is compared at the largest size that it shares with the one that is offered", () => {
  const said = comparedEngines(recordOf(rivals)).map(({ engine, size, ratio }) => {
    return [engine, size, ratio];
  });
  assert.deepEqual(said, [["definition", 4, 32], ["quick", 8, 1], ["threads", 8, 0.5]]);
  assert.match(
    engineFigure(recordOf(rivals))!.alt,
    /planted definition 32, quick 1, threads 0\.5$/,
  );
});

Deno.test("a workload of one engine, or of none that is offered, is not compared", () => {
  const naive = { kind: "naive", times: { 2: 8 } } as const;
  assert.deepEqual(comparedEngines(recordOf(workloadOf({ definition: naive }))), []);
  assert.deepEqual(comparedEngines(recordOf(workloadOf({ a: naive, b: naive }))), []);
});

Deno.test("the line of a power law goes through its points", () => {
  const quick = { kind: "fast", times: { 1: 3, 4: 48, 16: 768 } } as const;
  const growths = [{ engine: "quick", law: "exponent" as const, value: 2 }];
  const figure = scalingFigure(recordOf({ ...workloadOf({ quick }), growths }))!;
  const [panel] = figure.spec["concat"] as unknown as { data: { values: Point[] } }[];
  for (const { engine, seconds, line } of panel!.data.values) {
    assert.equal(engine, "quick, L^2");
    assert.ok(Math.abs(line / seconds - 1) < 1e-12);
  }
  assert.match(figure.alt, /planted quick exponent 2$/);
  assert.equal(scalingFigure(recordOf(rivals)), null);
});

interface Point {
  readonly engine: string;
  readonly seconds: number;
  readonly line: number;
}

Deno.test("every call has a row with its figures", () => {
  const lines = speedTables(recordOf(rivals)).split("\n");
  const rows = lines.filter((line) => line.startsWith("| "));
  assert.equal(rows.length, 2 + rivals.times.length);
  assert.ok(
    rows.includes("| threads | 4 | 1.5 s | 1.35 s to 1.8 s | 1% | 0.667 |"),
    rows.join("\n"),
  );
});

Deno.test("one process has no interval", () => {
  const times = rivals.times.map((time) => ({
    ...time,
    processMedians: time.processMedians.slice(0, 1),
  }));
  const row = /^\| threads \| 4 \| 1\.5 s \| one process \| 1% \| 0\.667 \|$/m;
  assert.match(speedTables(recordOf({ ...rivals, times })), row);
});

Deno.test("a law without enough sizes says so in place of a figure", () => {
  const law = { engine: "quick", law: "exponent" as const, from: 2, atMost: 1.15 };
  const costLaws = [{ ...law, value: 1.012 }, { ...law, from: 8, value: null }];
  assert.deepEqual(lawTable(recordOf({ ...rivals, costLaws })).split("\n").slice(2), [
    "| planted | quick | length L = 2 | exponent | 1.15 | 1.01 |",
    "| planted | quick | length L = 8 | exponent | 1.15 | only in a full run |",
  ]);
});

Deno.test("a bar in a text ends no cell, and a row that is too long is refused", () => {
  assert.equal(markdownTable([{ label: "a" }], [["x | y"]]), "| a |\n| --- |\n| x \\| y |");
  assert.throws(() => markdownTable([{ label: "a" }], [["x", "y"]]), /must have 1 texts, got 2/);
});
