import type { OnnxRuntime, OnnxSession, OnnxTensor, OnnxValueInfo } from "./onnx_runtime.ts";
import type { ServedModel } from "./served_model.ts";

/** Most logits computed at once, 256 MiB: a batch that has more is cut. */
const LOGITS_LIMIT = 2 ** 26;

/** Inputs that a masked language model may have; every one but the first is filled with a constant. */
const inputFill = { attention_mask: 1, token_type_ids: 0 } as const;

/** The logits of a batch of sequences. */
export interface BatchLogits {
  /** `sequences x (before + length + after) x vocabularySize`, row-major. */
  readonly logits: Float32Array;
  /** Numbers from one sequence to the next. */
  readonly stride: number;
}

/** A model that answers with logits. */
export interface MaskedLanguageModel {
  /**
   * The logits of some sequences, in batches that fit into memory.
   *
   * @param sequences All of one length, without what comes before and after; null where masked
   * @returns Yields batches, in order
   * @throws {RangeError} When the model fails on them
   */
  batches(sequences: readonly (readonly (number | null)[])[]): AsyncGenerator<BatchLogits>;
}

/**
 * Opens a model, and tries it on a sequence: what has no masked language model's head is refused
 * before it is asked anything.
 *
 * @param runtime ONNX Runtime
 * @param served The model
 * @returns The model, open
 * @throws {RangeError} When the file is no ONNX model, wants other inputs, or gives no logits of the
 *   vocabulary
 */
export async function openMaskedLanguageModel(
  runtime: OnnxRuntime,
  served: ServedModel,
): Promise<MaskedLanguageModel> {
  const session = await opened(runtime, served);
  checkInputs(session.inputMetadata);
  const output = logitsOf(session.outputMetadata);
  const model: MaskedLanguageModel = {
    async *batches(sequences): AsyncGenerator<BatchLogits> {
      const stride = (served.before.length + sequences[0]!.length + served.after.length) *
        served.vocabularySize;
      const most = Math.max(1, Math.floor(LOGITS_LIMIT / stride));
      for (let from = 0; from < sequences.length; from += most) {
        const inputs = inputsOf(sequences.slice(from, from + most));
        const results = await running(session.run(inputs, [output]));
        yield { logits: checkedLogits(results[output]!, inputs["input_ids"]!), stride };
      }
    },
  };

  function inputsOf(
    sequences: readonly (readonly (number | null)[])[],
  ): Record<string, OnnxTensor> {
    const { before, after, maskToken } = served;
    const shape = [sequences.length, before.length + sequences[0]!.length + after.length];
    const ids = sequences.flatMap((tokens) => [
      ...before,
      ...tokens.map((token) => token ?? maskToken),
      ...after,
    ]);
    return Object.fromEntries(session.inputMetadata.map(({ name, type }) => {
      const values = name === "input_ids"
        ? ids
        : new Array(ids.length).fill(inputFill[name as keyof typeof inputFill]);
      return [
        name,
        type === "int32"
          ? new runtime.Tensor("int32", Int32Array.from(values), shape)
          : new runtime.Tensor("int64", BigInt64Array.from(values, BigInt), shape),
      ];
    }));
  }

  function checkedLogits(found: OnnxTensor, ids: OnnxTensor): Float32Array {
    const wanted = [...ids.dims, served.vocabularySize];
    if (found.dims.length === 3 && found.dims.every((size, i) => size === wanted[i])) {
      return found.data as unknown as Float32Array;
    }
    throw new RangeError(
      `its logits must be ${wanted.join(" x ")}, got ${found.dims.join(" x ")}`,
    );
  }

  for await (const _ of model.batches([new Array(served.length ?? 1).fill(null)]));
  return model;
}

async function opened(runtime: OnnxRuntime, { file }: ServedModel): Promise<OnnxSession> {
  try {
    return await runtime.InferenceSession.create(file);
  } catch (cause) {
    throw new RangeError(
      `its file must be an ONNX model, got ${file}: ${(cause as Error).message}`,
      { cause },
    );
  }
}

async function running<T>(results: Promise<T>): Promise<T> {
  try {
    return await results;
  } catch (cause) {
    throw new RangeError(
      `it must run on its inputs, got "${(cause as Error).message}"`,
      { cause },
    );
  }
}

function checkInputs(inputs: readonly OnnxValueInfo[]): void {
  const known = ["input_ids", ...Object.keys(inputFill)];
  const other = inputs.find(({ name, type }) =>
    !known.includes(name) || !(type === "int64" || type === "int32")
  );
  if (other === undefined && inputs.some(({ name }) => name === "input_ids")) return;
  const found = other === undefined ? "none" : `${other.name} (${other.type ?? "no tensor"})`;
  throw new RangeError(
    `it must run on token ids, got the input ${found}; inputs may be ${known.join(", ")}`,
  );
}

/** The name of the logits: what is called so, or the only output. */
function logitsOf(outputs: readonly OnnxValueInfo[]): string {
  const logits = outputs.length === 1 ? outputs[0]! : outputs.find(({ name }) => name === "logits");
  if (logits?.type === "float32" && logits.shape?.length === 3) return logits.name;
  const found = outputs.map(({ name, type, shape = [] }) =>
    `${name} (${[type ?? "no tensor", ...shape].join(" ")})`
  );
  throw new RangeError(
    `its output must be logits, got ${
      found.join(", ") || "none"
    }; a masked language model's head gives float32 logits [batch, length, vocabulary]`,
  );
}
