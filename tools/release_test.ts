import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { gunzipSync } from "node:zlib";
import { type ReleaseParts, writeReleaseArchives } from "./release_archives.ts";
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

const tools = await Promise.all(["git", "tar"].map(async (program) => {
  const { success } = await new Deno.Command(program, { args: ["--version"] }).output()
    .catch(() => ({ success: false }));
  return success;
}));
const missing = tools.includes(false);
if (missing) console.log("release_test.ts: archives are not tested without git and tar");

Deno.test({
  name: "the same commit and site give the same archives, with the sources and nothing else",
  ignore: missing && process.env["UNMASK_REQUIRE_ALL"] !== "1",
  fn: async () => {
    const folder = await mkdtemp(join(tmpdir(), "unmask-release-"));
    try {
      const [root, site] = [join(folder, "tree"), join(folder, "site")];
      await mkdir(root);
      await mkdir(site);
      await writeFile(join(root, "a.ts"), "export {};\n");
      await writeFile(join(site, "index.html"), "<!doctype html>\n");
      const git = async (...args: string[]): Promise<void> => {
        const person = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
        const run = new Deno.Command("git", { args: [...person, ...args], cwd: root });
        assert.ok((await run.output()).success, args.join(" "));
      };
      await git("init", "--quiet");
      await git("add", "a.ts");
      await git("commit", "--quiet", "--message=First", "--no-gpg-sign");
      await writeFile(join(root, "untracked.ts"), "");

      const parts: ReleaseParts = { root, site, version: "0.2.0", target: join(folder, "dist") };
      const files = await writeReleaseArchives(parts);
      const read = (file: string): Promise<Uint8Array> => readFile(join(parts.target, file));
      const before = await Promise.all(files.map(read));
      await utimes(join(site, "index.html"), 0, 0);
      await writeReleaseArchives(parts);
      assert.deepEqual(await Promise.all(files.map(read)), before);

      const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
      const [source, page] = before.slice(0, 2).map((bytes) => text(gunzipSync(bytes)));
      assert.match(source!, /unmask-0\.2\.0\/a\.ts\0/);
      assert.doesNotMatch(source!, /untracked/);
      assert.match(page!, /unmask-0\.2\.0-site\/index\.html\0/);
      const sums = files.slice(0, 2).map((file, i) =>
        `${createHash("sha256").update(before[i]!).digest("hex")}  ${file}\n`
      );
      assert.equal(text(before[2]!), sums.join(""));
    } finally {
      await rm(folder, { recursive: true });
    }
  },
});
