import { fileURLToPath } from "node:url";

/** What a toy predictor does; all but the first are faults. */
export type ToyMode =
  | "exact"
  | "shifted"
  | "serial"
  | "logits"
  | "nan"
  | "null"
  | "positive"
  | "short"
  | "foreign-id"
  | "no-json"
  | "no-protocol"
  | "other-vocabulary"
  | "refuses"
  | "too-long"
  | "dies"
  | "hangs"
  | "slow";

/** What a toy predictor is started with. */
export interface ToyPredictor {
  /** What it does. */
  readonly mode: ToyMode;
  /** The Potts chain whose conditionals it knows. */
  readonly chain: { readonly length: number; readonly states: number; readonly coupling: number };
  /** Answers after which a mode that is a change of behaviour begins, in each life; 2 by default. */
  readonly after?: number;
  /** Whether it takes sequences of this length only; true by default. */
  readonly tellsLength?: boolean;
}

/**
 * The command line of a predictor for tests: the exact conditionals of a Potts chain over the protocol
 * of `@unmask/measurement`, or one of the faults that such programs have.
 *
 * @param toy What it does
 * @returns A line for the shell
 */
export function toyPredictorLine(
  { mode, chain, after = 2, tellsLength = true }: ToyPredictor,
): string {
  const script = fileURLToPath(import.meta.resolve("./toy_predictor_server.ts"));
  const { length, states, coupling } = chain;
  return [
    `"${Deno.execPath()}" run --quiet --no-check "${script}"`,
    mode,
    length,
    states,
    coupling,
    after,
    tellsLength,
  ].join(" ");
}
