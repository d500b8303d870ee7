/** Most tokens of a sequence in the studio; what is drawn of longer ones would show no more. */
export const LENGTH_LIMIT = 65_536;

/** Most states of a token in the studio. */
export const STATE_LIMIT = 1024;

/** Largest coupling, either way: beyond it neighbours are equal, or unequal, to the last bit. */
export const COUPLING_LIMIT = 20;

/** Where the information curve comes from. */
export type SourceChoice =
  | {
    readonly kind: "potts-chain";
    readonly length: number;
    readonly states: number;
    readonly coupling: number;
  }
  | { readonly kind: "copies"; readonly length: number; readonly states: number }
  | { readonly kind: "parity"; readonly length: number; readonly states: number }
  | { readonly kind: "reed-solomon"; readonly length: number; readonly dimension: number }
  | { readonly kind: "text"; readonly length: number; readonly text: string }
  | { readonly kind: "losses"; readonly length: number; readonly csv: string };

/** Names of the sources, in the order in which they are offered. */
export const sourceKinds: readonly SourceChoice["kind"][] = [
  "potts-chain",
  "copies",
  "parity",
  "reed-solomon",
  "text",
  "losses",
];

/** What may be spent: a number of steps, or a path error in nats. */
export type BudgetChoice =
  | { readonly kind: "steps"; readonly steps: number }
  | { readonly kind: "error"; readonly error: number };

/** Whose schedule is shown: the optimum, a family by its name, or sizes made by hand. */
export type ScheduleChoice =
  | { readonly kind: "optimal" }
  | { readonly kind: "family"; readonly name: string }
  | { readonly kind: "sizes"; readonly sizes: readonly number[] };

/** All that the reader chose: what a link restores. */
export interface StudioState {
  /** Where the curve comes from. */
  readonly source: SourceChoice;
  /** What may be spent; the number of sizes where the schedule was made by hand. */
  readonly budget: BudgetChoice;
  /** The schedule shown. */
  readonly schedule: ScheduleChoice;
  /** Number of the sample that is played, an integer of at least 0. */
  readonly sample: number;
}

/** What is shown first, and where a link cannot be read. */
export const defaultState: StudioState = {
  source: { kind: "potts-chain", length: 128, states: 4, coupling: 3 },
  budget: { kind: "steps", steps: 12 },
  schedule: { kind: "optimal" },
  sample: 0,
};

/**
 * A source of another kind that keeps the length where it can.
 *
 * @param kind The kind
 * @param length Tokens in a sequence
 * @returns The source with the values that are offered first
 */
export function firstChoice(kind: SourceChoice["kind"], length: number): SourceChoice {
  switch (kind) {
    case "potts-chain":
      return { kind, length, states: 4, coupling: 3 };
    case "copies":
    case "parity":
      return { kind, length, states: 4 };
    case "reed-solomon":
      return { kind, length, dimension: Math.max(1, Math.floor(length / 2)) };
    case "text":
      return { kind, length, text: SHORT_TEXT };
    case "losses":
      return { kind, length: 64, csv: SHORT_LOG };
  }
}

/**
 * The state with another source: steps that it cannot have are cut, to an eighth of the length for a
 * source of another kind; sizes made by hand for another length are dropped.
 *
 * @param state The state before
 * @param source The other source
 * @returns The state
 */
export function withSource(state: StudioState, source: SourceChoice): StudioState {
  const { budget, schedule } = state;
  const another = source.kind !== state.source.kind;
  const most = another ? Math.ceil(source.length / 4) : source.length;
  const steps = budget.kind === "steps" && budget.steps > most;
  const handMade = schedule.kind === "sizes" && source.length !== state.source.length;
  return {
    ...state,
    source,
    budget: steps
      ? { kind: "steps", steps: another ? Math.ceil(source.length / 8) : source.length }
      : budget,
    schedule: handMade ? { kind: "optimal" } : schedule,
  };
}

/** A text to begin with: a chain needs some repetition to learn from. */
const SHORT_TEXT =
  `the sea was calm and the ship sailed on through the night until the morning came and the sun rose over the water then the wind came up and the waves began to rise and the crew went to the ropes and the captain stood at the wheel and watched the sky`;

/**
 * A log to begin with: losses that fall with the masked fraction, each a mean with a standard error,
 * made up for the purpose.
 */
const SHORT_LOG = `masked_fraction,loss,standard_error
1,2.83,0.012
0.94,2.31,0.012
0.88,2.02,0.012
0.81,1.83,0.012
0.75,1.68,0.012
0.69,1.56,0.012
0.62,1.47,0.012
0.56,1.4,0.012
0.5,1.33,0.012
0.44,1.28,0.012
0.38,1.23,0.012
0.31,1.19,0.012
0.25,1.15,0.012
0.19,1.12,0.012
0.12,1.09,0.012
0.06,1.06,0.012
0,1.04,0.012
`;
