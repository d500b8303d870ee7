/** Both errors of one law under one sampler. */
export type Result = {
  /** Which question the row answers. */
  readonly part: "steps" | "coupling" | "codes" | "length" | "tied" | "rare";
  /** The law, in words. */
  readonly law: string;
  /** The parameter of the law that varies: a coupling, or how rare a state is. */
  readonly parameter: number | null;
  /** Tokens in a sequence. */
  readonly length: number;
  /** Steps of the sampler. */
  readonly steps: number;
  /** The mask sizes in order of unmasking, or how the sampler places tokens. */
  readonly sizes: string;
  /** One over the chance that two given tokens are drawn in the same step, null where none are. */
  readonly oneOverTogether: number | null;
  /** `E_M KL(p || p_{Y|M})` in nats, exact. */
  readonly pathError: number;
  /** `KL(p || E_M p_{Y|M})` in nats, exact where the standard error is null. */
  readonly endpointError: number;
  /** Standard error of an estimated endpoint error. */
  readonly standardError: number | null;
  /** Path error over endpoint error, null where there is no error. */
  readonly ratio: number | null;
};

/** Samplers that are not named by their sizes. */
export const samplers = {
  grid: "by chance",
  equal: "equal",
} as const;

/** Tokens and states of the chains whose steps and couplings vary. */
export const CHAIN = { length: 8, states: 3 } as const;

/** The coupling that counts as weak. */
export const WEAK = 0.1;

/** Couplings whose steps are shown, from the weakest. */
export const shownCouplings: readonly number[] = [WEAK, 1, 2, 3, 5];

/** Numbers of steps at which the coupling varies. */
export const shownSteps: readonly number[] = [2, 4];

/** Couplings whose lengths are shown. */
export const longCouplings: readonly number[] = [1, 2, 3];

/** Steps at which the length varies. */
export const LONG_STEPS = 4;

/** Name of tied bits in rows. */
export const TIED = "tied bits";
