import type { LoadedCheckpoint } from "./design.ts";

/** The device is opened by the first checkpoint that is read: what reads none needs none. */
let opened: Promise<unknown> | undefined;

/**
 * Reads a model that was trained here, on WebAssembly: the same bits on machines of one kind.
 *
 * @param file The file of a model
 * @returns The model as a predictor
 * @throws {Error} When there is no such file, or it is none of a model
 */
export async function loadCheckpoint(file: URL): Promise<LoadedCheckpoint> {
  const { openDevice, parameterCount, readModel, TrainedPredictor } = await import(
    "@unmask/training"
  );
  const model = await readModel(await Deno.readFile(file));
  opened ??= openDevice("wasm");
  await opened;
  const predictor = new TrainedPredictor(model);
  const { length, vocabularySize } = predictor;
  return {
    length,
    vocabularySize,
    rows: (requests) => predictor.rows(requests),
    parameters: parameterCount(model.config),
    teacher: `order ${model.provenance["teacher"]}`,
    steps: Number(model.provenance["step"]),
    dispose: () => predictor.dispose(),
  };
}
