/** What to serve, as the one argument of `serve.ts` says it in JSON. */
export interface ServedModel {
  /** Name for people. */
  readonly name: string;
  /** Path of the ONNX file. */
  readonly file: string;
  /** Tokens in a sequence; null for any number. */
  readonly length: number | null;
  /** Columns of the model's logits, its special tokens among them. */
  readonly vocabularySize: number;
  /** The token that stands where nothing is revealed. */
  readonly maskToken: number;
  /** Tokens that the model wants before a sequence, such as `[CLS]`; they count for nothing. */
  readonly before: readonly number[];
  /** Tokens that it wants after a sequence, such as `[SEP]`. */
  readonly after: readonly number[];
  /** Tokens to renormalise the laws without: they get probability 0. None by default. */
  readonly excluded: readonly number[];
}

/**
 * Reads what to serve.
 *
 * @param text JSON, written by our own side and checked only so far that a slip is told
 * @returns The model
 * @throws {RangeError} When it is no such object
 */
export function readServedModel(text: string): ServedModel {
  const model = parsed(text);
  const tokens = (list: unknown): boolean => Array.isArray(list) && list.every(isToken);
  function isToken(value: unknown): boolean {
    return Number.isInteger(value) && (value as number) >= 0 &&
      (value as number) < model!.vocabularySize!;
  }
  const isGood = model !== undefined && typeof model.name === "string" &&
    typeof model.file === "string" && Number.isInteger(model.vocabularySize) &&
    (model.length === null || Number.isInteger(model.length)) && isToken(model.maskToken) &&
    tokens(model.before) && tokens(model.after) && tokens(model.excluded);
  if (isGood) return model as ServedModel;
  throw new RangeError(
    `Cannot serve a model: the argument must be its description in JSON, got ${text.slice(0, 80)}`,
  );
}

function parsed(text: string): Partial<ServedModel> | undefined {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
