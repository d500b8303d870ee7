import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { benchmarkRecordSchema } from "./benchmark_record.ts";
import { noiseOfRuns, noiseSchema } from "./comparison/recorded_noise.ts";
import { madeRecord } from "./naive/made_record.ts";
import { type JsonSchema, schemaProblems } from "./naive/schema_problems.ts";
import { readRecords } from "./read_records.ts";
import { publishedSchemas, RECORDS, schemaText, staleSchemas } from "./record_schema.ts";

const read = async (file: string): Promise<Exclude<JsonSchema, false>> =>
  JSON.parse(await readFile(new URL(file, RECORDS), "utf8"));
const published = await read("schema.json");
const noise = await read("noise.schema.json");

/** A made-up record with one thing changed: what stands at a path, or nothing there any more. */
function spoiled(path: string, value?: unknown): unknown {
  const record = structuredClone(madeRecord());
  const names = path.split(".");
  const last = names.pop()!;
  // deno-lint-ignore no-explicit-any
  const owner = names.reduce((at: any, name) => at[name], record);
  if (value === undefined) delete owner[last];
  else owner[last] = value;
  return record;
}

Deno.test("the published schemas are what records are read by", async () => {
  assert.deepEqual(await staleSchemas(), []);
  // A folder that has none: all are stale.
  const elsewhere = new URL("./naive/", import.meta.url);
  assert.deepEqual(await staleSchemas(elsewhere), Object.keys(publishedSchemas));
});

Deno.test("the published schemas say what they are of, and what each field means", () => {
  assert.equal(published["$schema"], "https://json-schema.org/draft/2020-12/schema");
  assert.equal(published["title"], "Benchmark record");
  assert.match(String(published["description"]), /Times are nanoseconds per call/);
  assert.equal(noise["title"], "Noise of a machine");
  const told = (schema: unknown): void => {
    if (typeof schema !== "object" || schema === null) return;
    const { properties = {} } = schema as { properties?: Record<string, object> };
    for (const [name, property] of Object.entries(properties)) {
      assert.match(JSON.stringify(property), /"description":"[^"]{3,}"/, name);
    }
    Object.values(schema).forEach(told);
  };
  told([published, noise]);
});

Deno.test("all records of the repository are valid by the published schema", async () => {
  const records = await readRecords();
  assert.ok(records.length > 0);
  for (const record of records) assert.deepEqual(schemaProblems(published, record), []);
  assert.deepEqual(schemaProblems(noise, noiseOfRuns(madeRecord(), madeRecord())), []);
});

Deno.test("what is no record is invalid by the published schema and refused when read, both", () => {
  const time = "workloads.0.times.0";
  const wrong = [
    null,
    [],
    spoiled("schema", 1),
    spoiled("date", "30 November"),
    spoiled("date"),
    spoiled("comment", "a field of nobody"),
    spoiled("environment.cores", 1.5),
    spoiled("environment.cores", "2"),
    spoiled("environment.commit", "main"),
    spoiled("environment.adapter", 1),
    spoiled("environment.deno", ""),
    spoiled("plan.processes", 0),
    spoiled("plan.rounds", null),
    spoiled("workloads.0.growth", "linear"),
    spoiled("workloads.0.growths.0.value"),
    spoiled(`${time}.kind`, "quick"),
    spoiled(`${time}.toleranceUsed`, 1.01),
    spoiled(`${time}.samples`, []),
    spoiled(`${time}.samples`, [[]]),
    spoiled(`${time}.samples.0.0`, 0),
    spoiled(`${time}.interval`, [1]),
    spoiled(`${time}.interval`, [1, 2, 3]),
    spoiled(`${time}.peakMemory`, -1),
  ];
  for (const record of wrong) {
    assert.notDeepEqual(schemaProblems(published, record), [], JSON.stringify(record));
    assert.equal(v.safeParse(benchmarkRecordSchema, record).success, false, JSON.stringify(record));
  }
  // What may be there or null is not refused by either.
  for (const right of [spoiled("environment.adapter", null), spoiled("plan.rounds", 3)]) {
    assert.deepEqual(schemaProblems(published, right), []);
    assert.ok(v.is(benchmarkRecordSchema, right));
  }
});

Deno.test("a run against itself without calls or times is invalid by its published schema", () => {
  const right = noiseOfRuns(madeRecord(), madeRecord());
  const call = right.calls[0]!;
  for (
    const wrong of [
      { ...right, calls: [] },
      { ...right, calls: [{ ...call, first: [] }] },
      { ...right, calls: [{ ...call, second: [-1] }] },
      { ...right, schema: 2 },
      madeRecord(),
    ]
  ) {
    assert.notDeepEqual(schemaProblems(noise, wrong), []);
    assert.equal(v.safeParse(noiseSchema, wrong).success, false);
  }
});

Deno.test("a schema that JSON Schema cannot say is not published, nor one that is not understood", () => {
  assert.throws(() => schemaText(v.pipe(v.number(), v.check((value) => value % 7 === 0))));
  assert.throws(() => schemaProblems({ multipleOf: 7 }, 8), /must be a known one, got multipleOf/);
});
