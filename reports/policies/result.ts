/** One policy with its parameters on one law. */
export type Result = {
  /** Name of the law. */
  readonly law: string;
  /** Tokens in a sequence. */
  readonly length: number;
  /** Kind of policy. */
  readonly family: Family;
  /** The policy. */
  readonly policy: string;
  /** Its parameters. */
  readonly parameters: string;
  /** Bound on the error of an iteration that the policy promises, in nats, where it does. */
  readonly promised: number | null;
  /** Exact mean model evaluations of a sequence; null where these were estimated. */
  readonly evaluations: number | null;
  /** Exact path error in nats; null where it was estimated, and where paths are not those of the forward process. */
  readonly pathError: number | null;
  /** Exact endpoint error in nats; null where it is out of reach. */
  readonly endpointError: number | null;
  /** Estimated mean model evaluations. */
  readonly estimatedEvaluations: number | null;
  /** Standard error of that. */
  readonly evaluationsStandardError: number | null;
  /** Estimated path error in nats. */
  readonly estimatedPathError: number | null;
  /** Standard error of that. */
  readonly pathErrorStandardError: number | null;
  /**
   * Exact least path error of random positions at the same mean evaluations. Between whole numbers it
   * is that of a draw between the two optimal schedules around, on the straight line between theirs.
   */
  readonly randomOptimum: number;
};

/** Kinds of policies, by the names of the legend and in its order. */
export const families = {
  random: "random positions",
  sized: "surest first, sizes given",
  fitting: "surest first, as many as fit",
  known: "positions known beforehand",
  blocks: "blocks",
} as const;

/** What options that aim at another law are filed under. */
export const OTHER_LAW = "another law";

/** Kind of a policy. */
export type Family = typeof families[keyof typeof families] | typeof OTHER_LAW;

/** Name of the variant that breaks ties far apart, to tell what ties do. */
export const FAR_APART = "confidence, ties far apart";

/** Laws by the names that rows and panels have. */
export const laws = {
  weak: "Potts, J = 0.5",
  strong: "Potts, J = 3",
  classes: "letter classes",
  table: "dense table",
  code: "code",
  longStrong: "long Potts, J = 3",
  letters: "letters",
} as const;

/** Tokens in a sequence of the laws that are drawn from. */
export const LONG = 64;

/** What a row says of its error and evaluations, exact where that is known. */
export function measured(row: Result): { evaluations: number; error: number } | undefined {
  const error = row.pathError ?? row.estimatedPathError;
  if (error === null) return undefined;
  return { evaluations: row.evaluations ?? row.estimatedEvaluations!, error };
}
