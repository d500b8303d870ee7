import type { Tokeniser } from "@unmask/language";
import type { ScoredModel } from "@unmask/measurement";
import type { CommandOptions, OptionValues } from "../command.ts";
import type { Io } from "../io.ts";

/** A model that is ready to be asked. */
export interface OpenedModel {
  /** The model. */
  readonly model: ScoredModel;
  /** What answers call it, in JSON: what it is, and what identifies it. */
  readonly record: Readonly<Record<string, string | number | null>>;
  /** What a reader should know of it, sentences. */
  readonly notes?: readonly string[];
  /**
   * Its own tokens of a text; absent where it takes any tokens.
   *
   * @param text Text
   * @throws {RangeError} On text that it has no tokens for
   */
  readonly encode?: (text: string) => Int32Array;
  /** Name of its tokeniser, where that is one of `@unmask/language`. */
  readonly tokeniser?: Tokeniser["name"];
  /** What it was trained on, where that is known: SHA-256 of the bytes; name of the corpus, if it is one. */
  readonly trainedOn?: { readonly sha256: string; readonly corpus?: string };
  /** How often its process has ended and was started again; absent where it has none of its own. */
  readonly restarts?: () => number;
  /** Ends it: processes, devices, files. Called once, whatever happened before. */
  close(): Promise<void>;
}

/** What a kind of model is opened with. */
export interface ModelContext {
  /** Tokens in a sequence, where they were given. */
  readonly length: number | undefined;
  /** Files and streams. */
  readonly io: Io;
  /** Ends what is going on. */
  readonly signal: AbortSignal;
}

/** A kind of model, as a value: its option, further ones, and how to open one. */
export interface ModelKind {
  /** Name of the option that names the model, without dashes. */
  readonly name: string;
  /** What the option takes, as in `--predictor COMMAND`. */
  readonly metavar: string;
  /** That option and all others that only this kind reads, by their names. */
  readonly options: CommandOptions;
  /**
   * Opens the model; heavy packages are loaded here.
   *
   * @param values Values of the options
   * @param context Length, files, and what ends it
   * @throws {BadInput | RangeError} On what is no such model
   */
  open(
    values: Readonly<Record<string, unknown>>,
    context: ModelContext,
  ): Promise<OpenedModel>;
}

/**
 * A kind of model whose `open` sees the types that its options have.
 *
 * @param kind The kind
 * @returns The same, for the registry
 */
export function modelKind<const O extends CommandOptions>(
  kind: Omit<ModelKind, "options" | "open"> & {
    options: O;
    open(values: OptionValues<O>, context: ModelContext): Promise<OpenedModel>;
  },
): ModelKind {
  return {
    ...kind,
    // The values come from the kind's own options, see `readArguments`.
    open: (values, context) => kind.open(values as OptionValues<O>, context),
  };
}
