import { BadInput } from "../bad_input.ts";

/**
 * Sees to it that ONNX Runtime is on this machine: it is downloaded where it is not, 114 MB, once.
 *
 * @param signal Ends the download
 * @throws {BadInput} When it can neither be found nor downloaded
 */
export async function readyOnnxRuntime(signal: AbortSignal): Promise<void> {
  const { runtimeDownloadCommand } = await import("@unmask/onnx");
  const { program, args } = runtimeDownloadCommand();
  const refuse = (why: string): never => {
    throw new BadInput(
      `Cannot run an ONNX model: ONNX Runtime must be here or be downloaded once, got "${why}"`,
    );
  };
  try {
    const { success, stderr } = await new Deno.Command(program, {
      args: [...args],
      stdin: "null",
      stdout: "null",
      stderr: "piped",
      env: { NO_COLOR: "1" },
      signal,
    }).output();
    if (!success) {
      refuse(new TextDecoder().decode(stderr).trim().replace(/^error: /, "").split("\n")[0]!);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotCapable)) throw error;
    refuse("Deno was not allowed to run it (--allow-run)");
  }
}
