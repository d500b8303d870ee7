import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { madeRecord, scaledProcesses } from "../naive/made_record.ts";
import { recordText } from "../record_text.ts";
import { compareFiles } from "./compare_files.ts";

const bench = fileURLToPath(import.meta.resolve("../bench.ts"));
const record = madeRecord();

/** What becomes of files with these texts. */
async function withFiles<Found>(
  texts: Readonly<Record<string, string>>,
  use: (path: (name: string) => string) => Promise<Found>,
): Promise<Found> {
  const folder = await mkdtemp(join(tmpdir(), "unmask-compare-"));
  try {
    for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
    return await use((name) => join(folder, name));
  } finally {
    await rm(folder, { recursive: true });
  }
}

Deno.test("compareFiles() tells a planted slowdown, and none of a file against itself", async () => {
  const texts = {
    "a.json": recordText(record),
    "b.json": recordText(madeRecord({ date: "2026-11-20", processes: scaledProcesses(1.2) })),
  };
  await withFiles(texts, async (path) => {
    const slower = await compareFiles([path("a.json"), path("b.json")]);
    assert.equal(slower.match(/^SLOWER /gm)?.length, 3);
    const faster = await compareFiles([path("b.json"), path("a.json")]);
    assert.equal(faster.match(/^FASTER /gm)?.length, 3);
    const same = await compareFiles([path("a.json"), path("a.json")]);
    assert.match(same, /No change can be seen at this noise: 5%, at most 5%\n\(3 calls, /);
    assert.doesNotMatch(same, /SLOWER|FASTER/);
  });
});

Deno.test("compareFiles() refuses what cannot be compared, in one line that says why", async () => {
  const { environment } = record;
  const texts = {
    "right.json": recordText(record),
    "broken.json": "{",
    "text.json": '"a record"',
    "without.json": recordText({ ...record, date: undefined }),
    "time.json": recordText(madeRecord({ processes: { 16: [0] } })),
    "cores.json": recordText(madeRecord({ cores: 4 })),
    "memory.json": recordText({ ...record, environment: { ...environment, memory: 16 } }),
    "adapter.json": recordText({ ...record, environment: { ...environment, adapter: "a card" } }),
  };
  const one =
    "Cannot compare records: they must be of one machine, got example-chip-2-cores, 8 GiB";
  const refused = {
    "missing.json":
      /^Cannot compare: a record must be a file that can be read, got .*missing\.json$/,
    ".": /^Cannot compare: a record must be a file that can be read, got /,
    "broken.json": /^Cannot read the record .*broken\.json: it must be JSON$/,
    "text.json": /^Cannot read the record .*: it must be of the schema, got "a record"$/,
    "without.json": /^Cannot read the record .*: date must be of the schema, got undefined$/,
    "time.json": /: workloads\.0\.times\.0\.samples\.0\.0 must be of the schema, got 0$/,
    "cores.json": new RegExp(`^${one}, linux x64, example-chip-4-cores, 8 GiB, linux x64$`),
    "memory.json": new RegExp(`^${one}, linux x64, example-chip-2-cores, 16 GiB, linux x64$`),
    "adapter.json": new RegExp(`^${one}, .* 8 GiB, linux x64, a card$`),
  };
  await withFiles(texts, async (path) => {
    const messageOf = (args: string[]): Promise<string> =>
      compareFiles(args).then(() => "compared", (error) => {
        assert.ok(error instanceof RangeError);
        return error.message;
      });
    for (const [name, message] of Object.entries(refused)) {
      assert.match(await messageOf([path("right.json"), path(name)]), message);
    }
    for (const args of [[], ["a.json"], ["a.json", "b.json", "c.json"]]) {
      assert.equal(
        await messageOf(args),
        `Cannot compare: there must be two records, BEFORE and AFTER, got ${args.length}`,
      );
    }
    assert.equal(await messageOf([path("right.json"), path("right.json")]), "compared");
  });
});

Deno.test("deno task bench compare ends with status 2 and that line alone", async () => {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-check", "--allow-all", bench, "compare", "none.json", "no.json"],
    stdin: "null",
  }).output();
  const text = new TextDecoder();
  assert.deepEqual([code, text.decode(stdout), text.decode(stderr)], [
    2,
    "",
    "Cannot compare: a record must be a file that can be read, got none.json\n",
  ]);
});
