import assert from "node:assert/strict";
import type { BenchmarkRecord } from "../benchmark_record.ts";
import { calmProcesses, madeRecord, type MadeRun, scaledProcesses } from "../naive/made_record.ts";
import { compareRecords } from "./compare_records.ts";
import { comparisonText } from "./comparison_text.ts";
import { type NoiseModel, usualNoise } from "./noise.ts";

const first = madeRecord();

/** What is said of the usual run and one that differs from it so, at a floor of that share. */
function said(
  run: MadeRun | BenchmarkRecord,
  { floor = 0.04, noise = null as { date: string } | null } = {},
): string {
  const second = "schema" in run ? run : madeRecord({ date: "2026-11-20", ...run });
  // Three standard errors of made-up processes are 2.2%, below every floor here.
  const model: NoiseModel = { ...usualNoise, floor: Math.log1p(floor), multiple: 3 };
  return comparisonText(compareRecords(first, second, model), { first, second, noise });
}

Deno.test("two runs that agree: no change can be seen, at which noise, in how many calls", () => {
  assert.equal(
    said({}),
    `2026-11-01 against 2026-11-20, 5 and 5 processes; this machine has
no run against itself yet (deno task bench noise), so usual noise is assumed.
No change can be seen at this noise: 4%, at most 4%
(3 calls, the median one took the same).
`,
  );
  // One call, and the noise of its machine is known.
  assert.match(
    said({ processes: { 32: calmProcesses[32]! } }, { floor: 0.07, noise: { date: "2026-10-31" } }),
    /processes; noise from the\nrun against itself of 2026-10-31\.\nNo change can be seen at this noise: 7%\n\(1 call, /,
  );
});

Deno.test("3% more is no change at a noise of 4%, and slower at one of 2.5%, by the same processes", () => {
  // All five beyond all five before, so that the rank test sees it.
  const run = { processes: scaledProcesses(1.034) };
  assert.match(said(run), /No change can be seen at this noise: 4%.*\n.*took 3% more\)/);
  assert.doesNotMatch(said(run), /SLOWER|FASTER/);
  assert.match(said(run, { floor: 0.025 }), /SLOWER.*\n {2}3% more .*, noise 2\.5%\n/);
});

Deno.test("changes are told with times, interval, p and noise, the largest first", () => {
  const times = scaledProcesses(1.2);
  const text = said({
    processes: { ...calmProcesses, 32: times[32]!, 64: scaledProcesses(0.5)[64]! },
  });
  const lines = text.split("\n");
  assert.equal(lines[2], "FASTER  made-up closed form 64: 64 µs -> 32 µs");
  // Ratios of the processes are 0.5 give or take 3%; five and five that do not meet: 2/252.
  assert.match(lines[3]!, /^ {2}50% less \(95%: 51% less to 49% less\), p = 0\.0079, noise 4%$/);
  assert.equal(lines[4], "SLOWER  made-up closed form 32: 32 µs -> 38.4 µs");
  assert.match(lines[5]!, /^ {2}20% more \(95%: 1\d% more to 2\d% more\), p = 0\.0079, noise 4%$/);
  assert.equal(lines[6], "In the other 1 call no change can be seen at this noise: 4%");
  assert.equal(lines[7], "(1 call, the median one took the same).");
});

Deno.test("calls that only one of the two has are counted, and nothing in common is said", () => {
  const { 16: small, 32: middle } = calmProcesses;
  assert.match(said({ processes: { 16: small! } }), /\n2 calls are gone\.\n$/);
  assert.match(said({ processes: { ...calmProcesses, 128: small! } }), /\n1 call is new\.\n$/);
  const other = said({ processes: { 128: middle! } });
  assert.match(other, /The two have no call in common\.\n1 call is new\.\n3 calls are gone\.\n$/);
  assert.doesNotMatch(other, /no change/i);
});

Deno.test("calls that so few processes timed that nothing could be seen are not said to be unchanged", () => {
  const once = (factor: number): MadeRun => ({
    processes: { 16: calmProcesses[16]!, 64: [factor] },
  });
  const [before, after] = [madeRecord(once(1)), madeRecord(once(9))];
  const runs = { first: before, second: after, noise: null };
  const text = comparisonText(compareRecords(before, after), runs);
  assert.match(text, /no change can be seen at this noise: 5%\n\(1 call, the median one took the/i);
  assert.match(text, /\n1 call has too few processes to show any change\.\n/);
  const alone = madeRecord({ processes: { 16: [1], 64: [1] } });
  const nothing = comparisonText(compareRecords(alone, alone), { ...runs, first: alone });
  assert.doesNotMatch(nothing, /no change/i);
  assert.match(nothing, /\n2 calls have too few processes to show any change\.\n/);
});

Deno.test("rounds of one process are not called processes, and said to understate noise", () => {
  const [before, after] = [madeRecord(), madeRecord({ date: "2026-11-20" })];
  const rounds = { ...before, plan: { ...before.plan, processes: 1, rounds: 3 } };
  const text = comparisonText(compareRecords(rounds, after), {
    first: rounds,
    second: after,
    noise: null,
  });
  assert.match(
    text,
    /^2026-11-01 against 2026-11-20, 3 rounds and 5 processes; this machine has\n/,
  );
  const understated =
    /\nRounds of one process agree better than processes do: noise is understated\.\n/;
  assert.match(text, understated);
  assert.doesNotMatch(said({}), understated);
  for (const line of text.split("\n")) assert.ok([...line].length <= 80, line);
});

Deno.test("what else differs is told beside the times, and not where nothing does", () => {
  const second = madeRecord({ date: "2026-11-20", deno: "2.10.0" });
  const text = said({
    ...second,
    plan: { ...second.plan, time: 10 },
    environment: { ...second.environment, v8: "16.0", load: 1.5, mathFingerprint: "f".repeat(16) },
  });
  for (
    const line of [
      "Deno went from 2.9.6 to 2.10.0.",
      "V8 went from 15.0 to 16.0.",
      "The Math functions changed.",
      "Calls were timed for 30 ms and 10 ms: that alone may make a difference.",
      "Something else was running before (load 0.1 and 1.5).",
    ]
  ) {
    assert.ok(text.includes(`\n${line}\n`), line);
    assert.ok(!said({}).includes(line), line);
  }
  const together = /Nearly everything moved together: that is rather the machine than the code\./;
  assert.match(said({ processes: scaledProcesses(1.2) }), together);
  assert.match(said({ processes: scaledProcesses(0.8) }), together);
  assert.doesNotMatch(said({ processes: scaledProcesses(1.05) }), together);
});

Deno.test("lines have at most 80 characters, with hundreds of calls and a large noise too", () => {
  const sizes = Array.from({ length: 300 }, (_, i) => i + 1);
  const processes = (factor: number): Record<number, number[]> =>
    Object.fromEntries(sizes.map((size) => [
      size,
      [90, 95, 100, 105, size === 7 ? 900 : 110].map((t) => (size < 3 ? factor * t : t) * size),
    ]));
  const [before, after] = [
    madeRecord({ processes: processes(1) }),
    madeRecord({ processes: processes(9) }),
  ];
  const text = comparisonText(compareRecords(before, after), {
    first: before,
    second: after,
    noise: null,
  });
  assert.match(
    text,
    /In the other 298 calls no change can be seen at this noise: \d+%, at most \d{3,}%/,
  );
  for (const line of text.split("\n")) assert.ok([...line].length <= 80, line);
});
