import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readCommit } from "./read_commit.ts";

const loose = "1".repeat(40);
const packed = "2".repeat(40);

Deno.test("the commit is read from a branch, a packed branch or a bare head, or is null", async () => {
  const folder = await mkdtemp(join(tmpdir(), "commit-"));
  const root = pathToFileURL(`${folder}/`);
  const write = (file: string, text: string): Promise<void> =>
    writeFile(new URL(`.git/${file}`, root), text);
  try {
    assert.equal(await readCommit(root), null);
    await mkdir(new URL(".git/refs/heads", root), { recursive: true });
    await write("HEAD", "ref: refs/heads/main\n");
    assert.equal(await readCommit(root), null);
    await write(
      "packed-refs",
      `# pack-refs\n${loose} refs/heads/other\n${packed} refs/heads/main\n`,
    );
    assert.equal(await readCommit(root), packed);
    await write("refs/heads/main", `${loose}\n`);
    assert.equal(await readCommit(root), loose);
    await write("HEAD", `${packed}\n`);
    assert.equal(await readCommit(root), packed);
  } finally {
    await rm(folder, { recursive: true });
  }
});
