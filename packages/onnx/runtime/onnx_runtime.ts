/** As much of ONNX Runtime as is used here. */
export interface OnnxRuntime {
  /** Makes sessions. */
  readonly InferenceSession: {
    create(file: string, options?: Readonly<Record<string, unknown>>): Promise<OnnxSession>;
  };
  /** Makes values. */
  readonly Tensor: new (
    type: "int64" | "int32",
    data: BigInt64Array | Int32Array,
    shape: readonly number[],
  ) => OnnxTensor;
}

/** A model, ready to run. */
export interface OnnxSession {
  /** What is known of its inputs. */
  readonly inputMetadata: readonly OnnxValueInfo[];
  /** What is known of its outputs. */
  readonly outputMetadata: readonly OnnxValueInfo[];
  /** Computes outputs. */
  run(
    inputs: Readonly<Record<string, OnnxTensor>>,
    outputs: readonly string[],
  ): Promise<Readonly<Record<string, OnnxTensor>>>;
}

/** What a model says of a value. */
export interface OnnxValueInfo {
  /** Its name. */
  readonly name: string;
  /** Type of its numbers, absent where it is no tensor. */
  readonly type?: string;
  /** Sizes, and names of those that vary. */
  readonly shape?: readonly (number | string)[];
}

/** A value. */
export interface OnnxTensor {
  /** Sizes. */
  readonly dims: readonly number[];
  /** Its numbers, row-major. */
  readonly data: ArrayLike<number | bigint>;
}

/**
 * Loads the library.
 *
 * Its name is no literal, so that the workspace needs neither the library nor its 300 MB of binaries
 * for every system: they belong to this folder's own lock.
 *
 * @returns ONNX Runtime
 * @throws {Error} Where it was never downloaded, or has no binary for this system
 */
export async function loadOnnxRuntime(): Promise<OnnxRuntime> {
  const library: string = "onnxruntime-node";
  const loaded = await import(library);
  return loaded.default ?? loaded;
}
