import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { ProcessRequest } from "./bench_process.ts";

const program = fileURLToPath(import.meta.resolve("./bench_process.ts"));

/**
 * Runs one fresh process of a benchmark run to its end.
 *
 * @param request What it is told
 * @param onLine Called with each value that it writes, as it comes
 * @throws {RangeError} When it fails, with what it said
 */
export async function runProcess<Line>(
  request: ProcessRequest,
  onLine: (line: Line) => void,
): Promise<void> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--quiet", "--no-check", "--allow-all", "--v8-flags=--expose-gc"],
      ...[program, JSON.stringify(request)],
    ],
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const said = new Response(child.stderr).text();
  const lines = createInterface({ input: Readable.fromWeb(child.stdout as never) });
  for await (const line of lines) onLine(JSON.parse(line));
  const [{ success, code }, message] = [await child.status, await said];
  if (!success) {
    throw new RangeError(message.trim() || `Cannot bench: a process ended with status ${code}`);
  }
}
