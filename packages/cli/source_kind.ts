import type { MaskPredictor } from "@unmask/diffusion";
import type { CurveEstimate } from "@unmask/estimation";
import type {
  ConditionalLaw,
  InformationCurve,
  LogProbability,
  SequenceSampler,
} from "@unmask/information";
import type { Alphabet } from "@unmask/language";
import type { Io } from "./io.ts";
import type { KeyValues, SpecKeys, SpecKind } from "./keyed_spec.ts";

/** What a source is, as JSON: its kind and keys, and what was learned on opening it. */
export type SourceRecord = Readonly<Record<string, string | number>>;

/** A law that can be sampled, in parallel or exactly, and enumerated. */
export interface SampledLaw extends LogProbability, ConditionalLaw, SequenceSampler {}

/** A source whose files are read and whose values are checked. */
export interface OpenedSource {
  /** Tokens in a sequence, `L`. */
  readonly length: number;
  /** Size of the vocabulary, `K`; null where only a curve is known. */
  readonly vocabularySize: number | null;
  /** What was learned on opening it, beside the keys: joins the record. */
  readonly findings?: SourceRecord;
  /**
   * The exact information curve.
   *
   * @throws {BadInput} Where the curve is estimated
   */
  curve(): InformationCurve | Promise<InformationCurve>;
  /**
   * The exact information curve of each block given all tokens before it; absent where only a curve
   * is known.
   */
  blockCurves?(lengths: readonly number[]): Promise<InformationCurve[]>;
  /** How the curve differs from the one that was given, a sentence; absent where it does not. */
  readonly altered?: string;
  /**
   * The estimated curve, where no exact one is known: from losses, or from draws of a law without a
   * closed form.
   */
  estimate?(options: EstimateOptions): Promise<CurveEstimate>;
  /** The law itself; absent where only a curve is known, or only a predictor. */
  readonly law?: SampledLaw;
  /** A mask predictor of no law that is known: a trained model, to be sampled from. */
  readonly predictor?: MaskPredictor;
  /**
   * Elementary operations of predicting all tokens at once, `masked` of them, to estimate a run's
   * cost before it starts.
   */
  predictionCost?(masked: number): number;
  /** The symbols of the tokens, where they have any. */
  readonly alphabet?: Alphabet;
  /** A sentence that belongs beside every figure made from it. */
  readonly caveat?: string;
}

/** How a curve is estimated. */
export interface EstimateOptions {
  /** Seed of what is drawn. */
  readonly seed: number;
  /** Told what is being done, a few words. */
  observe(text: string): void;
}

/** How a source is opened, beside its keys. */
export interface OpenOptions {
  /** Replace a curve that increases by its isotonic regression. */
  readonly isotonic: boolean;
}

/** A kind of source, as a value: its name, its keys, and how to open one. */
export interface SourceKind extends SpecKind {
  /** What it is, one line for the help page. */
  readonly summary: string;
  /** Whether its curve may be one that increases, so that `isotonic` means something. */
  readonly takesIsotonic?: boolean;
  /** Whether it is a curve without a law, from which nothing can be drawn. */
  readonly isCurveOnly?: boolean;
  /** Whether it is a predictor without a law or a curve, which can be sampled from alone. */
  readonly isPredictorOnly?: boolean;
  /**
   * Opens a source of this kind.
   *
   * @param values A value for every key
   * @param io Where files are read
   * @param options `isotonic`, true only for kinds that take it
   * @throws {BadInput} On values or files that make no law
   */
  open(
    values: Readonly<Record<string, string | number>>,
    io: Io,
    options: OpenOptions,
  ): Promise<OpenedSource>;
}

/**
 * A kind of source whose `open` sees the types that its keys have.
 *
 * @param kind The kind
 * @returns The same, for the registry
 */
export function sourceKind<const K extends SpecKeys>(
  kind: Omit<SourceKind, "keys" | "open"> & {
    keys: K;
    open(values: KeyValues<K>, io: Io, options: OpenOptions): Promise<OpenedSource>;
  },
): SourceKind {
  return {
    ...kind,
    // The parser gives every key a value of its own notation, see `readKeyedSpec`.
    open: (values, io, options) => kind.open(values as KeyValues<K>, io, options),
  };
}
