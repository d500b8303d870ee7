import { type Model, MODEL_FILE, readModel } from "@unmask/training";

/**
 * A committed model; the command that trained it is in its provenance.
 *
 * @param name Its folder in `reports/models`
 * @returns The model
 * @throws {Error} When there is none of that name
 */
export async function readModelNamed(name: string): Promise<Model> {
  const file = new URL(`./models/${name}/${MODEL_FILE}`, import.meta.url);
  return await readModel(await Deno.readFile(file));
}
