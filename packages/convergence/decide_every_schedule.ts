import { type MaskSizes, maskSizes } from "@unmask/schedules";
import { type Counterexample, decideBound } from "./decide_bound.ts";
import { type Coefficients, linearForm } from "./linear_form.ts";

/** Longest sequence all of whose schedules are decided: 2^29 of them take a minute or two. */
export const DECIDE_LENGTH_LIMIT = 30;

/**
 * Longest sequence for a bound that names its few schedules: some name one of each number of steps,
 * 4,096 of them, and deciding each takes as many operations.
 */
export const DECIDE_FEW_LENGTH_LIMIT = 2 ** 12;

/** What is decided of a bound over all schedules of a length. */
export type LengthDecision =
  & {
    /** How many schedules the bound applies to and was decided for. */
    readonly schedules: number;
  }
  & (
    | { readonly verdict: "proved" }
    | { readonly verdict: "refuted"; readonly counterexample: Counterexample }
  );

/** A bound as far as deciding it goes. */
export interface DecidableBound {
  /** Whether the schedule satisfies the bound's hypotheses. */
  applies(sizes: MaskSizes): boolean;
  /** The linear form of its right side. */
  readonly coefficients: Coefficients;
  /** The schedules that it applies to, where they are few; all of them if absent. */
  schedules?(length: number): Iterable<MaskSizes>;
}

/** What to decide, and who wants to know how far it is. */
export interface DecideEveryScheduleOptions {
  /** Tokens in a sequence, `L`. */
  readonly length: number;
  /** Called now and then with the share done, in `0 .. 1`. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Decides a bound for every schedule and every law of one length.
 *
 * All `2^(L-1)` compositions are visited by a recursion over their blocks. What a schedule's error
 * is on a step curve depends on the block around the step alone, so it is written once per block
 * and shared by all schedules that continue it; the right side is then compared by one pass from
 * the last coefficient down. Safe integers throughout. About 0.1 microseconds a schedule. A bound
 * that names its few schedules is decided on those, for longer sequences too.
 *
 * @param bound Whom it applies to, and its coefficients
 * @param options `length` `L`; `onProgress`
 * @returns Proved for all, or the first counterexample in order of the recursion
 * @throws {RangeError} When the length is not an integer in `1 .. DECIDE_LENGTH_LIMIT`, or
 *   `1 .. DECIDE_FEW_LENGTH_LIMIT` for a bound of few schedules
 */
export function decideEverySchedule(
  bound: DecidableBound,
  options: DecideEveryScheduleOptions,
): LengthDecision {
  const { length, onProgress } = options;
  const most = bound.schedules ? DECIDE_FEW_LENGTH_LIMIT : DECIDE_LENGTH_LIMIT;
  if (!(Number.isSafeInteger(length) && length >= 1 && length <= most)) {
    throw new RangeError(
      `Cannot decide every schedule: length must be an integer from 1 to ${most}, got ${length}`,
    );
  }
  if (bound.schedules) return decideEach(bound, bound.schedules(length));
  const search = new ScheduleSearch(bound, { length, onProgress: onProgress ?? (() => {}) });
  const refuted = search.firstRefuted();
  if (refuted === undefined) return { verdict: "proved", schedules: search.schedules };
  const decision = decideBound(linearForm(bound.coefficients, refuted), refuted);
  if (decision.verdict !== "refuted") {
    throw new Error("the two deciders disagree"); // both compare the same integers
  }
  return { ...decision, schedules: search.schedules };
}

function decideEach(bound: DecidableBound, sizesOfBound: Iterable<MaskSizes>): LengthDecision {
  let schedules = 0;
  for (const sizes of sizesOfBound) {
    schedules++;
    const decision = decideBound(linearForm(bound.coefficients, sizes), sizes);
    if (decision.verdict === "refuted") return { ...decision, schedules };
  }
  return { verdict: "proved", schedules };
}

/** How many schedules are decided between two reports of progress. */
const REPORT_EVERY = 2 ** 18;

class ScheduleSearch {
  readonly #bound: DecidableBound;
  readonly #length: number;
  readonly #onProgress: (share: number) => void;
  readonly #total: number;
  /** The blocks so far; `MaskSizes` by construction. */
  readonly #sizes: number[] = [];
  /** Path error on the step with threshold k, for each k of the blocks so far. */
  readonly #errors: Int32Array;
  readonly #numerators: Float64Array;
  #visited = 0;
  #refuted: MaskSizes | undefined;
  schedules = 0;

  constructor(
    bound: DecidableBound,
    options: { length: number; onProgress: (share: number) => void },
  ) {
    this.#bound = bound;
    this.#length = options.length;
    this.#onProgress = options.onProgress;
    this.#total = 2 ** (options.length - 1);
    this.#errors = new Int32Array(options.length);
    this.#numerators = new Float64Array(options.length);
  }

  /** The first schedule that refutes the bound: longest first sets first. */
  firstRefuted(): MaskSizes | undefined {
    for (let first = this.#length; first >= 1; first--) {
      if (this.#extend(0, first)) break;
    }
    return this.#refuted;
  }

  #extend(start: number, size: number): boolean {
    const end = start + size;
    this.#sizes.push(size);
    this.#errors[start] = 0;
    for (let k = start + 1; k < end; k++) this.#errors[k] = end - k;
    let refuted = false;
    if (end === this.#length) refuted = this.#isRefuted();
    else {
      for (let next = this.#length - end; next >= 1 && !refuted; next--) {
        refuted = this.#extend(end, next);
      }
    }
    this.#sizes.pop();
    return refuted;
  }

  #isRefuted(): boolean {
    if (++this.#visited % REPORT_EVERY === 0) this.#onProgress(this.#visited / this.#total);
    const sizes = this.#sizes as readonly number[] as MaskSizes;
    if (!this.#bound.applies(sizes)) return false;
    this.schedules++;
    const numerators = this.#numerators;
    const denominator = this.#bound.coefficients(sizes, numerators);
    let allowed = 0;
    for (let k = this.#length - 1; k >= 1; k--) {
      allowed += numerators[k]!;
      if (this.#errors[k]! * denominator > allowed) {
        this.#refuted = maskSizes(sizes);
        return true;
      }
    }
    return false;
  }
}
