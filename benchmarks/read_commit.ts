import { readFile } from "node:fs/promises";

/**
 * The commit that is checked out, read from the files of git, since the benchmark may run no
 * program.
 *
 * @param root Directory of the workspace
 * @returns 40 or 64 hexadecimal digits, or `null` where there is no plain `.git` directory
 */
export async function readCommit(root: URL): Promise<string | null> {
  const git = new URL(".git/", root);
  const head = await read(new URL("HEAD", git));
  const branch = /^ref: (.+)$/m.exec(head)?.[1];
  const hash = /^[0-9a-f]{40,64}$/m;
  if (branch === undefined) return hash.exec(head)?.[0] ?? null;
  const loose = hash.exec(await read(new URL(branch, git)))?.[0];
  if (loose !== undefined) return loose;
  // Branches that git has packed stand in one file, a line each.
  const packed = await read(new URL("packed-refs", git));
  const line = packed.split("\n").find((entry) => entry.endsWith(` ${branch}`));
  return line?.split(" ")[0] ?? null;
}

async function read(file: URL): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return "";
    throw error;
  }
}
