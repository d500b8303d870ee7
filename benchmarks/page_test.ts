import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compareRecords } from "./comparison/compare_records.ts";
import { usualNoise } from "./comparison/noise.ts";
import { historyFigure, historyPoints } from "./history_figure.ts";
import { calmProcesses, madeRecord, type MadeRun, scaledProcesses } from "./naive/made_record.ts";
import { benchmarkPage } from "./page.ts";
import { readNoises, readRecords } from "./read_records.ts";

/** The page of made-up records, as text between tags. */
async function textOf(...runs: MadeRun[]): Promise<string> {
  const html = await benchmarkPage(runs.map(madeRecord));
  return html.replace(/<style>[^]*?<\/style>|<svg[^]*?<\/svg>/g, "").replace(/<[^>]*>/g, " ")
    .replace(/&#39;/g, "'").replace(/\s+/g, " ");
}

const before: MadeRun = { date: "2026-11-01" };
const after: MadeRun = { date: "2026-11-20" };

Deno.test("a planted slowdown of 20% is called a change, in words and in a table", async () => {
  const text = await textOf(before, { ...after, processes: scaledProcesses(1.2) });
  assert.match(text, /Since 2026-11-01: of 3 calls 3 slower; in the other 0 no change/);
  assert.match(text, /The median call took 20% more\./);
  assert.match(text, /Calls that changed since 2026-11-01/);
  assert.match(text, /made-up closed form 16 16 µs 19\.2 µs 20% more/);
});

Deno.test("a gain of a third is called faster", async () => {
  const text = await textOf(before, { ...after, processes: scaledProcesses(2 / 3) });
  assert.match(text, /of 3 calls 3 faster;/);
  assert.match(text, /took 33% less\./);
});

Deno.test("two records of the same code are not called a change", async () => {
  for (const factor of [1, 1.04, 0.97]) {
    const text = await textOf(before, { ...after, processes: scaledProcesses(factor) });
    assert.match(text, /Since 2026-11-01: no change can be seen at this noise in any of 3 calls\./);
    assert.doesNotMatch(text, /Calls that changed/);
    assert.match(text, /16 µs|15\.5 µs|16\.6 µs/);
    assert.match(text, /no change seen/);
  }
});

Deno.test("one call that changed is told apart from those that did not", async () => {
  const processes = { ...calmProcesses, 64: scaledProcesses(1.5)[64]! };
  const text = await textOf(before, { ...after, processes });
  assert.match(text, /of 3 calls 1 slower; in the other 2 no change can be seen/);
  assert.match(
    text,
    /Calls that changed since 2026-11-01.* made-up closed form 64 64 µs 96 µs 50%/,
  );
});

Deno.test("records of different machines are never compared, however their times differ", async () => {
  for (const other of [{ cores: 4 }, { cpuModel: "Other Chip" }]) {
    const text = await textOf(before, { ...after, ...other, processes: scaledProcesses(9) });
    assert.equal(text.match(/There is no earlier record of this machine/g)?.length, 2);
    assert.doesNotMatch(text, /Since|slower|History/);
    assert.throws(
      () => compareRecords(madeRecord(before), madeRecord({ ...after, ...other })),
      /must be of one machine, got example-chip-2-cores, 8 GiB, linux x64, /,
    );
  }
});

Deno.test("the machine that was measured last comes first, and its workloads are counted", async () => {
  const [old, recent] = [madeRecord({ ...before, cpuModel: "Old Chip" }), madeRecord(after)];
  const more = {
    ...recent,
    workloads: [...recent.workloads, { ...recent.workloads[0]!, name: "x" }],
  };
  const html = await benchmarkPage([old, more]);
  assert.match(html, new RegExp(`: ${more.workloads.length} workloads, each`));
  assert.ok(html.lastIndexOf("Old Chip, ") > html.lastIndexOf("Example Chip, "));
  // Only the machine that was measured last has its workloads there, the other a path.
  assert.equal(html.match(/<h3[^>]*>made-up/g)?.length, 1);
  assert.match(html, /benchmarks\/record\/old-chip-2-cores\/2026-11-01\.json/);
});

Deno.test("the record before is the one before in time, whatever the order of the records", async () => {
  const runs: MadeRun[] = [
    { ...after, processes: scaledProcesses(2) },
    { date: "2026-10-01", processes: scaledProcesses(9) },
    before,
  ];
  const text = await textOf(...runs);
  assert.match(
    text,
    /Newest record: 2026-11-20.* last of 3\. Since 2026-11-01: of 3 calls 3 slower/,
  );
});

Deno.test("calls of one process are not said to be unchanged", async () => {
  const once = (factor: number): MadeRun => ({
    processes: { 16: calmProcesses[16]!, 64: [factor] },
  });
  const text = await textOf({ ...before, ...once(1) }, { ...after, ...once(9) });
  assert.match(text, /in any of 1 calls\. .* 1 calls have too few processes to show any change\./);
  assert.match(text, / 64 .* too few processes /);
});

Deno.test("the noise of the machine decides what is a change, where it is known", async () => {
  const slower = { ...after, processes: scaledProcesses(1.2) };
  const page = (name: string): Promise<string> =>
    benchmarkPage([before, slower].map(madeRecord), {
      noises: new Map([[name, { ...usualNoise, floor: Math.log(1.3) }]]),
    });
  assert.match(
    await page("example-chip-2-cores"),
    /no change can be seen at this noise in any of 3/,
  );
  assert.match(await page("example-chip-4-cores"), /of 3 calls 3 slower/);
});

Deno.test("machines of one name and another memory have parts of their own", async () => {
  const [small, large] = [madeRecord(before), madeRecord(after)];
  const html = await benchmarkPage([
    small,
    { ...large, environment: { ...large.environment, memory: 16 } },
  ]);
  for (const id of ["example-chip-2-cores", "example-chip-2-cores-2"]) {
    assert.ok(html.includes(` id="${id}"`), id);
  }
});

Deno.test("another Deno between two records is told beside their differences", async () => {
  const text = await textOf(before, { ...after, deno: "2.9.7" });
  assert.match(text, /Between the two Deno went from 2\.9\.6 to 2\.9\.7: not every difference/);
  assert.doesNotMatch(await textOf(before, after), /Between the two/);
});

Deno.test("new and vanished calls are counted, and not compared", async () => {
  const processes = { 16: calmProcesses[16]!, 128: [128000] };
  const text = await textOf(before, { ...after, processes });
  assert.match(text, /in any of 1 calls\. .*1 calls are new, 2 are gone\./);
  assert.match(text, / 128 128 µs 128 µs 128 µs new /);
});

Deno.test("peak memory has a column where it was recorded, and none elsewhere", async () => {
  assert.match(await textOf({ peakMemory: 123e6 }), /peak memory \(MB\) .* 123 /);
  assert.doesNotMatch(await textOf({}), /peak memory/);
});

Deno.test("historyPoints() are relative to the newest record, which is 1", () => {
  const records = [
    madeRecord({ date: "2026-10-01", processes: scaledProcesses(3) }),
    madeRecord({ date: "2026-11-01", processes: scaledProcesses(1.5) }),
    madeRecord({ date: "2026-11-20", processes: calmProcesses }),
  ];
  const ratios = historyPoints(records).map(({ date, ratio }) => `${date} ${ratio.toFixed(6)}`);
  assert.deepEqual(ratios, [
    "2026-10-01 3.000000",
    "2026-11-01 1.500000",
    "2026-11-20 1.000000",
  ]);
  assert.match(historyFigure(records)!.alt, /made-up 2026-10-01 3\.00, 2026-11-01 1\.50/);
  assert.equal(historyFigure(records.slice(2)), null);
});

Deno.test("the page allows no script and names no other address", async () => {
  const html = await benchmarkPage(await readRecords());
  assert.match(html, /content="default-src &#39;none&#39;; style-src &#39;sha256-/);
  assert.doesNotMatch(html, /<script|<link rel="(?!icon)|src=|<iframe| on[a-z]+="/);
  const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address!);
  for (const address of addresses) assert.match(address, /^(?:#|data:|index\.html$)/);
  const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  for (const address of addresses.filter((one) => one.startsWith("#"))) {
    assert.ok(ids.has(address.slice(1)), address);
  }
});

Deno.test("benchmarkPage() refuses to say something about nothing", async () => {
  await assert.rejects(benchmarkPage([]), /there must be a record, got none/);
});

Deno.test("readNoises() knows the machines that ran against themselves, and no other", async () => {
  assert.equal((await readNoises([madeRecord()])).size, 0);
  const noises = await readNoises(await readRecords());
  assert.ok(noises.has("intel-xeon-processor-2-cores"));
  for (const { floor, multiple } of noises.values()) assert.ok(floor > 0 && multiple >= 3);
});

Deno.test("readRecords() refuses a record that is not of its folder's machine or its file's day", async () => {
  const folder = await mkdtemp(join(tmpdir(), "unmask-records-"));
  try {
    const [machine, day] = ["example-chip-2-cores", "2026-11-01"];
    const write = async (place: string, record: object): Promise<void> => {
      await mkdir(join(folder, place.split("/")[0]!), { recursive: true });
      await writeFile(join(folder, place), JSON.stringify(record));
    };
    const read = () => readRecords(pathToFileURL(`${folder}/`));
    const record = madeRecord({ date: day });
    await write(`${machine}/${day}.json`, record);
    assert.deepEqual(await read(), [record]);
    for (
      const [place, wrong] of [
        [`${machine}/2026-11-02.json`, record],
        [`other-2-cores/${day}.json`, record],
        [`${machine}/2026-11-03.json`, { ...record, schema: 3, date: "2026-11-03" }],
      ] as const
    ) {
      await write(place, wrong);
      await assert.rejects(read(), /^RangeError: Cannot read the record /);
      await rm(join(folder, place));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

Deno.test("a workload whose fixed parameters changed is another one, and compared with nothing", () => {
  const record = madeRecord(before);
  const changed = {
    ...madeRecord({ ...after, processes: scaledProcesses(9) }),
    workloads: record.workloads.map((workload) => ({ ...workload, title: "another length" })),
  };
  const { calls, added, removed } = compareRecords(record, changed);
  assert.equal(calls.length, 0);
  assert.ok(added > 0 && added === removed);
  assert.equal(compareRecords(record, record).calls.length, added);
});
