import { type Io, NO_SUCH_FILE } from "./io.ts";
import { run } from "./run.ts";

/** What a run left behind. */
export interface Outcome {
  /** Exit status. */
  readonly status: number;
  /** All that standard output received, as text. */
  readonly output: string;
  /** The same as it was written, piece by piece. */
  readonly pieces: readonly Uint8Array[];
  /** All that standard error received. */
  readonly errors: string;
  /** Files that were written, by path. */
  readonly written: Readonly<Record<string, Uint8Array>>;
}

/** A world made of strings, for tests. */
export interface MemoryWorld {
  /** Contents of files by path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Whether standard error is a terminal. */
  readonly interactive?: boolean;
  /** Replaces parts of the world. */
  readonly io?: Partial<Io>;
}

/**
 * Runs `unmask` in memory.
 *
 * @param args Arguments
 * @param world Files and terminal; none by default
 * @returns Status and output
 */
export async function runInMemory(
  args: readonly string[],
  world: MemoryWorld = {},
): Promise<Outcome> {
  const pieces: Uint8Array[] = [];
  let errors = "";
  const written: Record<string, Uint8Array> = {};
  const io: Io = {
    readFile(path, limit): Uint8Array {
      const contents = world.files?.[path];
      if (contents === undefined) throw new Error(NO_SUCH_FILE);
      const bytes = typeof contents === "string" ? new TextEncoder().encode(contents) : contents;
      return bytes.subarray(0, limit + 1);
    },
    writeFile(path, bytes): void {
      written[path] = bytes;
    },
    makeDirectory: () => {},
    lock: () => () => {},
    fonts: () => [],
    *readChunks(path): Generator<Uint8Array> {
      const bytes = this.readFile!(path, Infinity);
      // Short and odd, so that pieces end anywhere: within lines, and within characters.
      for (let i = 0; i < bytes.length; i += 101) yield bytes.subarray(i, i + 101);
    },
    write(output): void {
      pieces.push(typeof output === "string" ? new TextEncoder().encode(output) : output.slice());
    },
    writeError(text): void {
      errors += text;
    },
    columns: 80,
    interactive: world.interactive ?? false,
    debug: false,
    screen: undefined,
    now: () => 0,
    sleep: () => Promise.resolve(),
    onInterrupt: () => () => {},
    ...world.io,
  };
  const status = await run(args, io);
  return { status, output: textOf(pieces), pieces, errors, written };
}

function textOf(pieces: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return pieces.map((piece) => decoder.decode(piece, { stream: true })).join("") + decoder.decode();
}
