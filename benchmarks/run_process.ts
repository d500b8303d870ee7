import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const reportPeak = fileURLToPath(import.meta.resolve("./report_peak.ts"));

/** The program of the command line. */
export const unmaskProgram: string = fileURLToPath(import.meta.resolve("@unmask/cli/main"));

/** What a process left behind. */
export interface EndedProcess {
  /** Exit status. */
  readonly status: number;
  /** What it wrote on standard output. */
  readonly output: Uint8Array;
  /** What it wrote on standard error, without the line about its memory. */
  readonly messages: string;
  /** Largest resident memory in bytes; null where the system does not tell. */
  readonly peakMemory: number | null;
}

/**
 * A program of this repository as a process of its own, from its start to its end.
 *
 * @param program Path of the program
 * @param args Its arguments
 * @returns The call that runs it and waits for it, a fresh process each time
 */
export function processOf(program: string, args: readonly string[]): () => EndedProcess {
  const command = new Deno.Command(Deno.execPath(), {
    args: [
      // Reading one's own peak from /proc takes every permission.
      ...["run", "--quiet", "--no-check", "--allow-all", "--preload", reportPeak, program],
      ...args,
    ],
    stdin: "null",
  });
  const line = /^peak memory: (\d+)\n/m;
  return () => {
    const { code, stdout, stderr } = command.outputSync();
    const messages = new TextDecoder().decode(stderr);
    const peak = line.exec(messages)?.[1];
    return {
      status: code,
      output: stdout,
      messages: messages.replace(line, ""),
      peakMemory: peak === undefined ? null : Number(peak),
    };
  };
}

/**
 * The JSON document that a command wrote.
 *
 * @param output Standard output
 * @returns The document
 */
export function documentIn<Document>(output: Uint8Array): Document {
  return JSON.parse(new TextDecoder().decode(output));
}

/**
 * Writes a file that is there as long as this process is.
 *
 * @param name Its name
 * @param contents What it holds
 * @returns Its path, without a comma
 */
export function fileForNow(name: string, contents: string): string {
  const folder = Deno.makeTempDirSync({ prefix: "unmask-bench-" });
  globalThis.addEventListener("unload", () => rmSync(folder, { recursive: true, force: true }));
  Deno.writeTextFileSync(`${folder}/${name}`, contents);
  return `${folder}/${name}`;
}
