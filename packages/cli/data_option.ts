import type { Corpus } from "@unmask/language";
import { BadInput, shown } from "./bad_input.ts";
import { anyText } from "./notation.ts";
import { valueOption } from "./option.ts";

/** The option that says where the corpora of Debian packages lie. */
export const dataOption = valueOption("--data", {
  notation: anyText,
  metavar: "DIR",
  help: "a folder with DB.fasta.gz or NC_008253.fna.gz, or with their packages unpacked",
});

/**
 * Checks that `--data` is a folder.
 *
 * @param path Its value
 * @throws {BadInput} When it is none that can be read
 */
export async function checkDataFolder(path: string): Promise<void> {
  const found = await Deno.stat(path).catch(() => undefined);
  if (found?.isDirectory !== true) {
    throw new BadInput(
      `Cannot read corpora: --data must be a folder that can be read, got ${shown(path)}`,
    );
  }
}

/**
 * Reads a corpus by its name, after a download where its package is not there yet.
 *
 * @param name The name
 * @param directory Value of `--data`, undefined where it was not given
 * @returns The corpus
 * @throws {BadInput | RangeError} On a name that is none, a corpus that is absent, or `--data` for one
 *   that is not looked for there
 */
export async function readCorpusIn(name: string, directory: string | undefined): Promise<Corpus> {
  const { corpusNamed, readNamedCorpus } = await import("@unmask/corpora");
  const { source } = corpusNamed(name);
  if (directory !== undefined) {
    await checkDataFolder(directory);
    if (!source.takesDirectory) {
      throw new BadInput(
        `Cannot read a corpus: --data must come with one from a Debian package, got ${source.key}, which is in ${source.source}`,
      );
    }
  }
  return await readNamedCorpus(name, { directory });
}
