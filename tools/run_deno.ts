/** How a run of Deno ended. */
export interface DenoRun {
  /** Exit status. */
  readonly status: number;
  /** Everything written to standard output. */
  readonly stdout: string;
  /** Everything written to standard error. */
  readonly stderr: string;
}

/**
 * Runs the Deno that runs this very module, so that a machine needs no `deno` on its PATH.
 *
 * @param args Arguments
 * @param directory Working directory
 * @returns Its exit status and output, without colours
 */
export async function runDeno(args: readonly string[], directory: string): Promise<DenoRun> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: directory,
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  return { status: code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}
