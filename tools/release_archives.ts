import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Runs a program in a folder and gives what it writes; it throws where the program fails. */
export type RunProgram = (
  program: string,
  args: readonly string[],
  folder: string,
) => Promise<Uint8Array>;

/** What goes into a release. */
export interface ReleaseParts {
  /** The repository. */
  readonly root: string;
  /** Version, in the names of the files. */
  readonly version: string;
  /** Folder of the built site. */
  readonly site: string;
  /** Folder that the archives go to; what is in it is removed first. */
  readonly target: string;
  /** Runs git and GNU tar; by default those of this machine. */
  readonly run?: RunProgram;
}

/**
 * Writes the archives of a release: the sources of the commit, the site, and their checksums.
 *
 * The same commit and site give the same bytes: files come by name, with the time of the commit and
 * no owner, and are compressed here.
 *
 * @param parts Where everything is
 * @returns Names of the files, `SHA256SUMS` last
 * @throws {Error} When git or tar fails
 */
export async function writeReleaseArchives(parts: ReleaseParts): Promise<string[]> {
  const { root, version, site, target, run = runProgram } = parts;
  const text = new TextDecoder();
  const time = text.decode(await run("git", ["log", "-1", "--format=%ct"], root)).trim();
  const name = `unmask-${version}`;
  const source = ["archive", "--format=tar", `--prefix=${name}/`, "HEAD"];
  const archives = new Map([
    [`${name}-source.tar.gz`, await run("git", source, root)],
    [`${name}-site.tar.gz`, await run("tar", siteArguments(`${name}-site`, time), site)],
  ]);
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  let sums = "";
  for (const [file, tar] of archives) {
    const bytes = gzipSync(tar, { level: 9 });
    await writeFile(join(target, file), bytes);
    sums += `${createHash("sha256").update(bytes).digest("hex")}  ${file}\n`;
  }
  await writeFile(join(target, "SHA256SUMS"), sums);
  return [...archives.keys(), "SHA256SUMS"];
}

/** The folder it is run in, under another name, with nothing of this machine in it. */
function siteArguments(name: string, time: string): string[] {
  return [
    "--create",
    "--format=ustar",
    "--sort=name",
    `--mtime=@${time}`,
    "--owner=0",
    "--group=0",
    "--numeric-owner",
    "--mode=u=rwX,go=rX",
    `--transform=s,^\\.,${name},`,
    "--file=-",
    ".",
  ];
}

/**
 * Runs a program of this machine.
 *
 * @param program Its name
 * @param args Arguments
 * @param folder Working directory
 * @returns What it writes to standard output
 * @throws {Error} When it fails
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  folder: string,
): Promise<Uint8Array> {
  const options: Deno.CommandOptions = { args: [...args], cwd: folder, stdin: "null" };
  const { code, stdout, stderr } = await new Deno.Command(program, options).output();
  if (code === 0) return stdout;
  const reason = new TextDecoder().decode(stderr).trim();
  throw new Error(`Cannot make the archives: ${program} ended with status ${code}: ${reason}`);
}
