import { readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";

/** The files of a model's folder, read as far as they are needed before the model runs. */
export interface ModelFiles {
  /** Name of the folder. */
  readonly name: string;
  /** Path of the ONNX file. */
  readonly model: string;
  /** `config.json`. */
  readonly config: Readonly<Record<string, unknown>>;
  /** `tokenizer.json`. */
  readonly tokenizer: Readonly<Record<string, unknown>>;
  /** `tokenizer_config.json`; empty where there is none. */
  readonly tokenizerConfig: Readonly<Record<string, unknown>>;
}

/** Where the ONNX file may be, in this order. */
const modelPlaces = ["model.onnx", join("onnx", "model.onnx")];

/**
 * Finds and reads the files of a model's folder, as the Hugging Face hub lays them out.
 *
 * @param folder Path of the folder
 * @returns Its files
 * @throws {RangeError} When one is missing or no JSON object
 */
export async function readModelFiles(folder: string): Promise<ModelFiles> {
  const root = resolve(folder);
  if ((await kindOf(root)) !== "folder") {
    throw new RangeError(`Cannot open a model: it must be a folder, got ${folder}`);
  }
  const model = await modelFile(folder, root);
  const config = await jsonFile(folder, "config.json");
  const tokenizer = await jsonFile(folder, "tokenizer.json");
  for (
    const [name, object] of Object.entries({ "config.json": config, "tokenizer.json": tokenizer })
  ) {
    if (object !== undefined) continue;
    throw new RangeError(`Cannot open the model ${folder}: it must hold ${name}, got none`);
  }
  const tokenizerConfig = await jsonFile(folder, "tokenizer_config.json");
  return {
    name: basename(root),
    model,
    config: config!,
    tokenizer: tokenizer!,
    tokenizerConfig: tokenizerConfig ?? {},
  };
}

async function modelFile(folder: string, root: string): Promise<string> {
  for (const place of modelPlaces) {
    const path = join(root, place);
    if ((await kindOf(path)) === "file") return path;
  }
  throw new RangeError(
    `Cannot open the model ${folder}: it must hold ${modelPlaces.join(" or ")}, got neither`,
  );
}

async function kindOf(path: string): Promise<"file" | "folder" | undefined> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? "folder" : found.isFile() ? "file" : undefined;
  } catch {
    return undefined;
  }
}

/** The object in a file; undefined where there is no such file. */
async function jsonFile(
  folder: string,
  name: string,
): Promise<Record<string, unknown> | undefined> {
  const path = join(folder, name);
  if ((await kindOf(path)) === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw new RangeError(
      `Cannot open the model ${folder}: ${name} must be JSON, got "${(cause as Error).message}"`,
      { cause },
    );
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new RangeError(`Cannot open the model ${folder}: ${name} must be a JSON object`);
}
