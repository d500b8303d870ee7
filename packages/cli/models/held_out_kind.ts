import type { CommandOptions, OptionValues } from "../command.ts";
import type { Io } from "../io.ts";
import type { OpenedModel } from "./model_kind.ts";

/** Documents as tokens. */
export interface HeldOutDocuments {
  /** Their tokens; no sequence crosses from one document to the next. */
  readonly tokens: readonly Int32Array[];
  /** What a reader should know of them, sentences. */
  readonly notes: readonly string[];
  /** Why they may be shorter than one thinks. */
  readonly hint?: string;
}

/** Held-out text, read and not yet cut into sequences. */
export interface HeldOutText {
  /** What answers call it, in JSON: where it came from, and what identifies its bytes. */
  readonly record: Readonly<Record<string, string | number | null>>;
  /**
   * Its documents as tokens of a model.
   *
   * @param opened The model
   * @returns The tokens, and what is to be said of them
   * @throws {BadInput | RangeError} On text that the model has no tokens for
   */
  documents(opened: OpenedModel): Promise<HeldOutDocuments>;
}

/** A kind of held-out text, as a value: its option, further ones, and how to read one. */
export interface HeldOutKind {
  /** Name of the option that names the text, without dashes. */
  readonly name: string;
  /** What the option takes, as in `--text FILE`. */
  readonly metavar: string;
  /** That option and all others that only this kind reads, by their names. */
  readonly options: CommandOptions;
  /**
   * Reads the text, before any model is opened.
   *
   * @param values Values of the options
   * @param io Where files are read
   * @throws {BadInput | RangeError} On what is no such text
   */
  open(values: Readonly<Record<string, unknown>>, io: Io): Promise<HeldOutText>;
}

/**
 * A kind of text whose `open` sees the types that its options have.
 *
 * @param kind The kind
 * @returns The same, for the registry
 */
export function heldOutKind<const O extends CommandOptions>(
  kind: Omit<HeldOutKind, "options" | "open"> & {
    options: O;
    open(values: OptionValues<O>, io: Io): Promise<HeldOutText>;
  },
): HeldOutKind {
  return {
    ...kind,
    // The values come from the kind's own options, see `readArguments`.
    open: (values, io) => kind.open(values as OptionValues<O>, io),
  };
}
