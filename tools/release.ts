/**
 * Makes the archives of a release in `dist/`: the sources, the built site, and their checksums.
 *
 *     RELEASE_TAG=v0.1.0 deno task release
 *
 * Refuses, with status 2, a tag that packages and `CHANGES.md` do not have, files that are not
 * committed, and a site that is not built.
 *
 * @module
 */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { releaseBreaches } from "./release_breaches.ts";
import { writeReleaseArchives } from "./release_archives.ts";
import { readWorkspace } from "./workspace.ts";

if (import.meta.main) {
  const root = fileURLToPath(import.meta.resolve("../"));
  const tag = process.env["RELEASE_TAG"];
  const site = join(root, "reports/site");
  const breaches = releaseBreaches({
    tag,
    versions: await packageVersions(root),
    changes: await readFile(join(root, "CHANGES.md"), "utf8"),
    dirty: await changedFiles(root),
  });
  if (await stat(join(site, "index.html")).catch(() => null) === null) {
    breaches.push("the site must be built: run deno task report");
  }
  if (breaches.length > 0) {
    for (const breach of breaches) process.stderr.write(`Cannot release: ${breach}\n`);
    process.exit(2);
  }
  const target = join(root, "dist");
  const files = await writeReleaseArchives({ root, version: tag!.slice(1), site, target });
  for (const file of files) process.stdout.write(`dist/${file}\n`);
}

async function packageVersions(root: string): Promise<Map<string, string | undefined>> {
  const versions = new Map<string, string | undefined>();
  for (const { name, directory } of (await readWorkspace(root)).packages) {
    const config = JSON.parse(await readFile(join(root, directory, "deno.json"), "utf8"));
    versions.set(name, config.version);
  }
  return versions;
}

async function changedFiles(root: string): Promise<string[]> {
  const status = new Deno.Command("git", { args: ["status", "--porcelain"], cwd: root });
  const { stdout } = await status.output();
  return new TextDecoder().decode(stdout).split("\n").filter((line) => line !== "");
}
