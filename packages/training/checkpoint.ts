import {
  ForeignFile,
  readSafetensors,
  type StoredTensor,
  writeSafetensors,
} from "./safetensors.ts";
import { checkTensors, type Tensors } from "./tensors.ts";
import { checkConfig, tensorShapes, type TransformerConfig } from "./transformer_config.ts";

/** The name of the file in a model's folder. */
export const MODEL_FILE = "model.safetensors";

/** What the metadata call this format; another number is another format. */
export const MODEL_FORMAT = "unmask-model/1";

/** A trained model: what it takes to use it, and where it came from. */
export interface Model {
  /** Shape of the network. */
  readonly config: TransformerConfig;
  /** The averaged weights. */
  readonly tensors: Tensors;
  /** How text becomes its tokens, as JSON of a tokeniser; undefined where it is not of text. */
  readonly tokeniser: unknown;
  /** What it was trained on and how: plain facts for people and reports. */
  readonly provenance: Readonly<Record<string, unknown>>;
}

/**
 * The bytes of a model's file: weights of half precision, facts as metadata. O(parameters).
 *
 * @param model The model
 * @returns Bytes in the format `safetensors`, about 2 a parameter
 * @throws {RangeError} On weights that are not those of the shape
 */
export async function writeModel(model: Model): Promise<Uint8Array<ArrayBuffer>> {
  checkConfig(model.config);
  checkTensors(model.tensors, model.config);
  return await writeSafetensors({
    metadata: {
      format: MODEL_FORMAT,
      config: JSON.stringify(model.config),
      tokeniser: JSON.stringify(model.tokeniser ?? null),
      provenance: JSON.stringify(model.provenance),
    },
    tensors: storedTensors(model.config, { tensors: model.tensors, type: "F16" }),
  });
}

/**
 * Reads a model's file.
 *
 * @param bytes Its bytes
 * @returns The model; weights are those of half precision
 * @throws {ForeignFile} On a file that is none of a model, of another version, cut short or damaged
 */
export async function readModel(bytes: Uint8Array): Promise<Model> {
  const { metadata, tensors } = await readSafetensors(bytes);
  checkFormat(metadata, MODEL_FORMAT);
  const config = readConfig(metadata["config"]);
  const model: Model = {
    config,
    tensors: namedTensors(tensors),
    tokeniser: readFact(metadata, "tokeniser") ?? undefined,
    provenance: readFact(metadata, "provenance") as Record<string, unknown>,
  };
  checkedTensors(model.tensors, config);
  return model;
}

/**
 * Tensors of a network, described for a file.
 *
 * @param config Shape of the network
 * @param options `tensors`; their `type` in the file; `prefix` of their names, none by default
 * @returns Descriptions, in the order of the shape
 */
export function storedTensors(
  config: TransformerConfig,
  options: { tensors: Tensors; type: StoredTensor["type"]; prefix?: string },
): StoredTensor[] {
  const { tensors, type, prefix = "" } = options;
  return tensorShapes(config).map(({ name, shape }) => ({
    name: `${prefix}${name}`,
    type,
    shape,
    values: tensors[name]!,
  }));
}

/**
 * Tensors of a file by name.
 *
 * @param stored Tensors as they were read
 * @param prefix What the names begin with, which is dropped; others are left out
 * @returns Tensors
 */
export function namedTensors(stored: readonly StoredTensor[], prefix = ""): Tensors {
  return Object.fromEntries(
    stored.filter(({ name }) => name.startsWith(prefix))
      .map(({ name, values }) => [name.slice(prefix.length), values]),
  );
}

/**
 * Checks what a file calls its format. O(1).
 *
 * @param metadata Facts of the file
 * @param format The name it must have
 * @throws {ForeignFile} When it has another or none
 */
export function checkFormat(metadata: Readonly<Record<string, string>>, format: string): void {
  const found = metadata["format"];
  if (found !== format) {
    throw new ForeignFile(found === undefined ? "a file of another program" : `format ${found}`);
  }
}

/**
 * The shape of a network, from the metadata of a file.
 *
 * @param text JSON of it
 * @returns The shape, checked
 * @throws {ForeignFile} On anything else
 */
export function readConfig(text: string | undefined): TransformerConfig {
  try {
    const config = JSON.parse(text ?? "") as TransformerConfig;
    if (typeof config.causal !== "boolean" || !Array.isArray(config.dilations)) {
      throw new RangeError("a shape that is not described");
    }
    checkConfig(config);
    return config;
  } catch {
    throw new ForeignFile("a shape that no network has");
  }
}

/**
 * A fact of a file that is JSON.
 *
 * @param metadata Facts of the file
 * @param name Its name
 * @returns Its value
 * @throws {ForeignFile} When it is missing or no JSON
 */
export function readFact(metadata: Readonly<Record<string, string>>, name: string): unknown {
  try {
    return JSON.parse(metadata[name] ?? "");
  } catch {
    throw new ForeignFile(`a file whose ${name} cannot be read`);
  }
}

/**
 * Checks that the tensors of a file are those of its shape. O(parameters).
 *
 * @param tensors Tensors by name
 * @param config The shape
 * @throws {ForeignFile} When they are not
 */
export function checkedTensors(tensors: Tensors, config: TransformerConfig): void {
  try {
    checkTensors(tensors, config);
  } catch (error) {
    throw new ForeignFile(`weights that do not fit: ${(error as Error).message}`);
  }
}
