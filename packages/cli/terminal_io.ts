import { dirname } from "node:path";
import { BadInput } from "./bad_input.ts";
import { type Io, NO_SUCH_FILE, OutputClosed, type Screen } from "./io.ts";
import { systemFonts } from "./system_fonts.ts";

/**
 * The world of a process: its files, its standard streams, its terminal.
 *
 * @returns The world
 */
export function terminalIo(): Io {
  return {
    readFile,
    writeFile,
    makeDirectory,
    lock,
    fonts: () => systemFonts(environment("HOME")),
    readChunks,
    write: (output) => writeAll(Deno.stdout, output),
    writeError(text): void {
      try {
        writeAll(Deno.stderr, text);
      } catch {
        // Nobody listens, and there is nowhere left to say so.
      }
    },
    columns: terminalColumns(),
    screen: Deno.stdout.isTerminal() ? terminalScreen() : undefined,
    interactive: Deno.stderr.isTerminal(),
    debug: environment("UNMASK_DEBUG") === "1",
    now: () => performance.now(),
    sleep: (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds)),
    onInterrupt(listener): () => void {
      const listeners = (["SIGINT", "SIGTERM"] as const).map((signal) => {
        const own = (): void => listener(signal);
        Deno.addSignalListener(signal, own);
        return () => Deno.removeSignalListener(signal, own);
      });
      return () => listeners.forEach((giveBack) => giveBack());
    },
  };
}

function readFile(path: string, limit: number): Uint8Array {
  const file = opened(path);
  try {
    const chunks: Uint8Array[] = [];
    const buffer = new Uint8Array(2 ** 20);
    let total = 0;
    // Read to the end rather than to the size that was announced: pipes and /dev files announce 0.
    while (total <= limit) {
      const count = file.readSync(buffer);
      if (count === null) break;
      chunks.push(buffer.slice(0, count));
      total += count;
    }
    const bytes = new Uint8Array(total);
    let end = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, end);
      end += chunk.length;
    }
    return bytes;
  } finally {
    file.close();
  }
}

function* readChunks(path: string): Generator<Uint8Array> {
  const file = opened(path);
  try {
    const buffer = new Uint8Array(2 ** 16);
    for (let count = file.readSync(buffer); count !== null; count = file.readSync(buffer)) {
      yield buffer.subarray(0, count);
    }
  } finally {
    file.close();
  }
}

/** A process has one standard input, which can be read to its end once. */
let standardInputTaken = false;

function opened(path: string): Pick<Deno.FsFile, "readSync" | "close"> {
  if (path === "-") {
    if (standardInputTaken) throw new Error("standard input can be read once, and has been");
    standardInputTaken = true;
    return Deno.stdin;
  }
  try {
    const file = Deno.openSync(path);
    if (!file.statSync().isDirectory) return file;
    file.close();
  } catch (error) {
    throw inWords(error, "read");
  }
  throw new Error("it is a directory");
}

function writeFile(path: string, bytes: Uint8Array): void {
  // Beside the file, so that it can take its place in one move: a reader finds the old or the new one.
  const partial = `${path}.${Deno.pid}.partial`;
  try {
    if (isDirectory(path)) throw new Error("it is a directory");
    writeThrough(partial, bytes);
    Deno.renameSync(partial, path);
    syncDirectory(dirname(path));
  } catch (error) {
    if (!(error instanceof Deno.errors.AlreadyExists)) remove(partial);
    throw inWords(error, "write");
  }
}

/** Writes a new file, and waits until the disk has it. */
function writeThrough(path: string, bytes: Uint8Array): void {
  const file = Deno.openSync(path, { write: true, createNew: true });
  try {
    for (let done = 0; done < bytes.length;) done += file.writeSync(bytes.subarray(done));
    file.syncSync();
  } finally {
    file.close();
  }
}

/** Waits until the disk knows the names in a directory: a rename is not durable before. */
function syncDirectory(path: string): void {
  try {
    const directory = Deno.openSync(path);
    directory.syncSync();
    directory.close();
  } catch {
    // Not every system can; the file itself is whole either way.
  }
}

function lock(path: string): () => void {
  let file: Deno.FsFile;
  try {
    file = Deno.openSync(path, { write: true, create: true });
  } catch (error) {
    throw inWords(error, "write");
  }
  if (!file.tryLockSync(true)) {
    file.close();
    throw new Error("another process is using it");
  }
  return () => {
    remove(path);
    file.close();
  };
}

function makeDirectory(path: string): void {
  try {
    Deno.mkdirSync(path, { recursive: true });
  } catch (error) {
    if (error instanceof Deno.errors.AlreadyExists) throw new Error("it is a file");
    throw inWords(error, "write");
  }
}

function isDirectory(path: string): boolean {
  try {
    return Deno.statSync(path).isDirectory;
  } catch {
    return false;
  }
}

function remove(path: string): void {
  try {
    Deno.removeSync(path);
  } catch {
    // It was never made.
  }
}

/** What kept a file from being read or written, without the words of the system. */
function inWords(error: unknown, action: "read" | "write"): unknown {
  if (error instanceof Deno.errors.NotFound) {
    return new Error(action === "read" ? NO_SUCH_FILE : "there is no such directory");
  }
  if (error instanceof Deno.errors.NotADirectory) return new Error("there is no such directory");
  if (error instanceof Deno.errors.PermissionDenied) return new Error("permission was denied");
  if (error instanceof Deno.errors.NotCapable) {
    return new Error(`Deno was not allowed to ${action} it`);
  }
  return error;
}

/**
 * Writes all bytes, however few each system call takes.
 *
 * @param stream Where to
 * @param output Bytes, or a text to write as UTF-8
 * @throws {OutputClosed} On a broken pipe
 * @throws {BadInput} When the device refuses, as a full disk does
 */
export function writeAll(
  stream: { writeSync(bytes: Uint8Array): number },
  output: string | Uint8Array,
): void {
  const bytes = typeof output === "string" ? new TextEncoder().encode(output) : output;
  let written = 0;
  while (written < bytes.length) {
    try {
      written += stream.writeSync(bytes.subarray(written));
    } catch (error) {
      if (error instanceof Deno.errors.BrokenPipe) throw new OutputClosed("output was closed");
      if (!(error instanceof Deno.errors.WouldBlock)) {
        throw new BadInput(`Cannot write the output: ${(error as Error).message}`);
      }
      // The pipe is full and does not block (its other end set it so): wait for its reader.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function terminalScreen(): Screen {
  return {
    size(): { columns: number; rows: number } {
      try {
        return Deno.consoleSize();
      } catch {
        return { columns: 80, rows: 24 }; // A terminal without a size.
      }
    },
    colours: !Deno.noColor,
    redraws: environment("TERM") !== "dumb",
  };
}

function terminalColumns(): number {
  try {
    if (Deno.stdout.isTerminal()) return Math.max(40, Deno.consoleSize().columns);
  } catch {
    // A terminal without a size.
  }
  return 80;
}

function environment(name: string): string | undefined {
  try {
    return Deno.env.get(name);
  } catch {
    return undefined; // Deno was not allowed to look.
  }
}
