import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { RecordedWorkload } from "../benchmark_record.ts";
import { madeRecord } from "../naive/made_record.ts";
import { recordText } from "../record_text.ts";
import { modelOf, noiseOfRuns, type RecordedNoise, recordedNoise } from "./recorded_noise.ts";

const call = (size: number): string => `made-up a thing that grows closed form ${size}`;

const first = madeRecord({ processes: { 16: [10, 11], 32: [20, 21] }, commit: "a".repeat(40) });
const second = madeRecord({
  processes: { 32: [22, 23], 64: [40, 41] },
  commit: "b".repeat(40),
  date: "2026-11-02",
});

/** A folder of machines in which the one of made-up records has this text, if any. */
async function inFolder<Found>(
  text: string | null,
  use: (folder: URL) => Promise<Found>,
): Promise<Found> {
  const folder = await mkdtemp(join(tmpdir(), "unmask-noise-"));
  try {
    await mkdir(join(folder, "example-chip-2-cores"));
    if (text !== null) await writeFile(join(folder, "example-chip-2-cores", "noise.json"), text);
    return await use(pathToFileURL(`${folder}/`));
  } finally {
    await rm(folder, { recursive: true });
  }
}

Deno.test("noiseOfRuns() keeps the processes of calls that both runs made, and the day of the second", () => {
  assert.deepEqual(noiseOfRuns(first, second), {
    schema: 1,
    date: "2026-11-02",
    commit: "b".repeat(40),
    calls: [{ call: call(32), first: [20, 21], second: [22, 23] }],
  });
});

Deno.test("noiseOfRuns() leaves out what one process alone measured", () => {
  const alone = { ...first, workloads: first.workloads.map(withoutSecondProcess) };
  assert.deepEqual(noiseOfRuns(alone, second).calls, []);
});

function withoutSecondProcess(workload: RecordedWorkload): RecordedWorkload {
  return {
    ...workload,
    times: workload.times.map((time) => {
      return { ...time, processMedians: time.processMedians.slice(0, 1) };
    }),
  };
}

Deno.test("recordedNoise() reads back what was written of its machine, and nothing of another", async () => {
  const written = noiseOfRuns(first, second);
  await inFolder(recordText(written), async (folder) => {
    const found = await recordedNoise(first.environment, folder);
    assert.equal(found!.date, "2026-11-02");
    assert.deepEqual(found!.recorded, written);
    assert.equal(await recordedNoise({ cpuModel: "Example Chip", cores: 4 }, folder), null);
  });
  assert.equal(await inFolder(null, (folder) => recordedNoise(first.environment, folder)), null);
});

Deno.test("modelOf() takes one call's difference for the floor, and its scatter", () => {
  const recorded: RecordedNoise = {
    ...noiseOfRuns(first, second),
    calls: [{ call: "call", first: [100, 100], second: [100, 121] }],
  };
  const model = modelOf(recorded);
  // Ratios 1, 1, 1.21, 1.21: in logarithms half of 1.21's. Squares 2 (ln(1.21)/2)^2 over two degrees.
  assert.ok(Math.abs(model.floor - Math.log(1.1)) < 1e-12);
  assert.ok(Math.abs(model.usualScatter("call") - Math.log(1.1)) < 1e-12);
  assert.throws(() => modelOf({ ...recorded, calls: [] }), /there must be a call, got none/);
});

Deno.test("recordedNoise() refuses what is not of its schema in a line that says where", async () => {
  const written = noiseOfRuns(first, second);
  for (
    const [text, where] of [
      ["{", "all of example-chip-2-cores/noise.json must be of its schema, got undefined"],
      ["[]", "schema of .* got undefined"],
      ["7", "all of .* got 7"],
      [JSON.stringify({ ...written, schema: 2 }), "schema of .* got 2"],
      [JSON.stringify({ ...written, calls: [] }), "calls of .* got 0"],
      [
        JSON.stringify({ ...written, calls: [{ ...written.calls[0], first: [0] }] }),
        "calls.0.first.0 of .* got 0",
      ],
    ] as const
  ) {
    await assert.rejects(
      inFolder(text, (folder) => recordedNoise(first.environment, folder)),
      (error: Error) => {
        assert.ok(error instanceof RangeError);
        assert.match(error.message, new RegExp(`^Cannot tell the noise: ${where}$`));
        return true;
      },
    );
  }
});
