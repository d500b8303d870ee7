import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type RunProgram, runProgram, writeReleaseArchives } from "./release_archives.ts";
import { releaseBreaches, type ReleaseFacts } from "./release_breaches.ts";

const sound: ReleaseFacts = {
  tag: "v0.2.0",
  versions: new Map([["@unmask/a", "0.2.0"], ["@unmask/b", "0.2.0"]]),
  changes: "# Changes\n\n## 0.2.0, 2026-12-01\n\n- All.\n\n## 0.1.0, 2026-11-01\n",
  dirty: [],
};

Deno.test("releaseBreaches() lets a commit pass whose versions, changes and tag agree", () => {
  assert.deepEqual(releaseBreaches(sound), []);
});

Deno.test("releaseBreaches() names a tag, version, heading or file that stands in the way", () => {
  const breach = (change: Partial<ReleaseFacts>): string =>
    releaseBreaches({ ...sound, ...change }).join("|");
  assert.match(breach({ tag: undefined }), /^RELEASE_TAG must be a version .* got undefined$/);
  assert.match(breach({ tag: "v0.2.0; rm" }), /^RELEASE_TAG must be/);
  assert.match(
    breach({ versions: new Map([["@unmask/a", "0.2.0"], ["@unmask/b", "0.1.0"]]) }),
    /^the version of @unmask\/b must be 0\.2\.0, got 0\.1\.0$/,
  );
  assert.match(breach({ changes: "## 0.1.0, 2026-11-01" }), /^CHANGES.md must have a heading/);
  assert.match(breach({ changes: "## 0.2.0, unreleased" }), /must end with the day/);
  assert.match(breach({ dirty: [" M README.md"] }), /must be committed, got +M README.md$/);
});

const { stdout } = await new Deno.Command("tar", { args: ["--version"] }).output()
  .catch(() => ({ stdout: new Uint8Array() }));
const missing = !new TextDecoder().decode(stdout).includes("GNU tar");
if (missing) console.log("release_test.ts: archives are not tested without GNU tar");

Deno.test({
  name: "the same commit and site give the same archives, whenever the files were written",
  ignore: missing,
  fn: async () => {
    const folder = await mkdtemp(join(tmpdir(), "unmask-release-"));
    try {
      const [site, target] = [join(folder, "site"), join(folder, "dist")];
      await mkdir(site);
      await writeFile(join(site, "index.html"), "<!doctype html>\n");
      const asked: string[] = [];
      const run: RunProgram = (program, args, at) => {
        if (program !== "git") return runProgram(program, args, at);
        asked.push(args.join(" "));
        const answer = args[0] === "log" ? "1700000000\n" : "the sources";
        return Promise.resolve(new TextEncoder().encode(answer));
      };
      const parts = { root: folder, site, target, version: "0.2.0", run };
      const files = await writeReleaseArchives(parts);
      assert.deepEqual(files, [
        "unmask-0.2.0-source.tar.gz",
        "unmask-0.2.0-site.tar.gz",
        "SHA256SUMS",
      ]);
      assert.deepEqual(asked, [
        "log -1 --format=%ct",
        "archive --format=tar --prefix=unmask-0.2.0/ HEAD",
      ]);
      const read = (file: string): Promise<Uint8Array> => readFile(join(target, file));
      const before = await Promise.all(files.map(read));
      await utimes(join(site, "index.html"), 0, 0);
      await writeReleaseArchives(parts);
      assert.deepEqual(await Promise.all(files.map(read)), before);

      const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
      assert.equal(text(gunzipSync(before[0]!)), "the sources");
      const page = text(gunzipSync(before[1]!));
      assert.match(page, /unmask-0\.2\.0-site\/index\.html\0[^]*<!doctype html>/);
      const sums = files.slice(0, 2).map((file, i) =>
        `${createHash("sha256").update(before[i]!).digest("hex")}  ${file}\n`
      );
      assert.equal(text(before[2]!), sums.join(""));
    } finally {
      await rm(folder, { recursive: true });
    }
  },
});

Deno.test("runProgram() says which program failed and why", async () => {
  const script = "console.error('no such commit'); Deno.exit(3)";
  await assert.rejects(
    runProgram(Deno.execPath(), ["eval", script], tmpdir()),
    /^Error: Cannot make the archives: .*deno.* ended with status 3: no such commit$/,
  );
});
