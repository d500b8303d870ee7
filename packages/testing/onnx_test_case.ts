import { runtimeDownloadCommand } from "@unmask/onnx";

const required = Deno.env.get("UNMASK_REQUIRE_ALL") === "1";

/** Why ONNX Runtime is not on this machine, asked once; undefined where it is. */
let lack: string | undefined | null = null;

/**
 * Registers a test that runs a model in ONNX Runtime, which is downloaded where it is not here yet.
 *
 * Where it cannot be, the test is skipped, which its name says; under `UNMASK_REQUIRE_ALL=1` it fails.
 *
 * @param name A sentence that can be false
 * @param check What to do
 */
export function onnxTest(name: string, check: (test: Deno.TestContext) => Promise<void>): void {
  if (lack === null) lack = download();
  const isSkipped = lack !== undefined && !required;
  Deno.test({
    // In the name, since a quiet run shows nothing else of a test that it skips.
    name: isSkipped ? `${name} (skipped: ONNX Runtime cannot be downloaded)` : name,
    ignore: isSkipped,
    fn: async (test) => {
      if (lack !== undefined) throw new Error(`Cannot test with ONNX Runtime: ${lack}`);
      await check(test);
    },
  });
}

function download(): string | undefined {
  const { program, args } = runtimeDownloadCommand();
  const { success, stderr } = new Deno.Command(program, { args: [...args], stdin: "null" })
    .outputSync();
  return success ? undefined : new TextDecoder().decode(stderr).trim();
}
