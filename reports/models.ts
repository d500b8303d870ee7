import { type Model, MODEL_FILE, openDevice, readModel } from "@unmask/training";

/**
 * Reads a model that is kept beside the reports, and opens the device that it is computed on.
 *
 * The device is WebAssembly wherever it runs: results are to be the same on machines of one kind.
 *
 * @param name Its folder
 * @returns The model
 * @throws {Error} When there is none
 */
export async function readModelNamed(name: string): Promise<Model> {
  await openDevice("wasm");
  return await readModel(
    await Deno.readFile(new URL(`models/${name}/${MODEL_FILE}`, import.meta.url)),
  );
}
