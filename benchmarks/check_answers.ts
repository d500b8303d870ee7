import { now } from "tinybench";
import { assertAgreement } from "./agreement.ts";
import { engineKinds } from "./engine.ts";
import type { AnyEngine, AnyWorkload, Suite } from "./suite.ts";

declare const checked: unique symbol;

/**
 * A call whose answer was found right. Only `checkAnswers` makes one, and only these can be timed.
 */
export interface CheckedCall {
  /** What was asked. */
  readonly workload: AnyWorkload;
  /** Who answered. */
  readonly engine: AnyEngine;
  /** At which size. */
  readonly size: number;
  /** Largest share of the workload's tolerance that the answer used, in [0, 1]. */
  readonly toleranceUsed: number;
  /** The call. */
  readonly call: () => unknown;
  /** The call that was checked. */
  readonly first: FirstCall;
  /** Refuses a later answer of the call that is not the one that was checked. */
  readonly confirm: (answer: unknown) => void;
  /** The figures that it was held against. */
  readonly trusted: ArrayLike<number>;
  /** The proof, in the type only. */
  readonly [checked]: true;
}

/** What is checked. */
export interface CheckOptions {
  /** Only calls whose "workload engine" contains this text; their rivals are asked all the same. */
  readonly filter?: string;
  /** Only the first so many sizes of each workload. */
  readonly sizes?: number;
  /** The sizes that are left to full runs as well. */
  readonly full?: boolean;
}

/**
 * Every workload with what is wanted of it: the sizes, all engines that answer its question from the
 * most trusted to the fastest, and which of them the filter names.
 *
 * @param suite Workloads and engines
 * @param options What to leave out
 * @returns Workloads of which anything is wanted
 */
export function wantedOf(suite: Suite, options: CheckOptions): WantedWorkload[] {
  const { filter = "", sizes = Infinity, full = false } = options;
  return suite.workloads.flatMap((workload) => {
    const engines = suite.engines
      .filter((engine) => engine.question === workload.question)
      .sort((a, b) => engineKinds.indexOf(a.kind) - engineKinds.indexOf(b.kind));
    const isWanted = (engine: AnyEngine): boolean =>
      `${workload.name} ${engine.name}`.includes(filter);
    if (!engines.some(isWanted)) return [];
    const { values, fullValues = [] } = workload.size;
    const all = full ? [...values, ...fullValues].sort((a, b) => a - b) : values;
    return { workload, engines, isWanted, sizes: all.slice(0, sizes) };
  });
}

/** A workload with what is wanted of it. */
export interface WantedWorkload {
  /** The workload. */
  readonly workload: AnyWorkload;
  /** All engines that answer its question. */
  readonly engines: readonly AnyEngine[];
  /** Whether an engine is to be timed. */
  readonly isWanted: (engine: AnyEngine) => boolean;
  /** The sizes, rising. */
  readonly sizes: readonly number[];
}

/**
 * Asks every engine every question that it handles and refuses wrong answers: each against the
 * theory value, where the workload has one, and against the answer of the most trusted engine.
 *
 * @param suite Workloads and engines
 * @param options What to leave out
 * @returns One call for each workload, size and engine
 * @throws {RangeError} On a wrong answer, or an answer that nothing can be held against
 */
export function checkAnswers(suite: Suite, options: CheckOptions = {}): CheckedCall[] {
  return wantedOf(suite, options).flatMap(({ workload, engines, isWanted, sizes }) =>
    sizes.flatMap((size) => checkAtSize({ workload, engines, size }))
      .filter(({ engine }) => isWanted(engine))
  );
}

/**
 * Asks one engine again what was checked in another process, and refuses an answer that does not agree
 * with what it was held against there.
 *
 * @param asked Who is asked what
 * @param trusted The figures that every right answer has
 * @returns The call, with its first answer and how long that took
 * @throws {RangeError} On a wrong answer
 */
export function checkAgain(
  { workload, engine, size, input }: {
    workload: AnyWorkload;
    engine: AnyEngine;
    size: number;
    input: unknown;
  },
  trusted: ArrayLike<number>,
): CheckedCall {
  const asked = { workload, engine, size, input, ...firstCall(engine, input) };
  return held(asked, { name: "what was checked before", figures: trusted });
}

/** The first call of an engine. */
export interface FirstCall {
  /** What it gave. */
  readonly answer: unknown;
  /** How long it took. */
  readonly milliseconds: number;
}

function firstCall(engine: AnyEngine, input: unknown): Pick<CheckedCall, "call" | "first"> {
  const call = engine.prepare(input);
  const start = now();
  const answer = call();
  return { call, first: { answer, milliseconds: now() - start } };
}

/**
 * Asks every engine that handles a size, and refuses wrong answers as {@linkcode checkAnswers} does.
 *
 * @param options The `workload`, its `engines` from the most trusted on, and the `size`
 * @returns One call for each engine; none where no engine handles the size
 * @throws {RangeError} On a wrong answer, or an answer that nothing can be held against
 */
export function checkAtSize(
  options: { workload: AnyWorkload; engines: readonly AnyEngine[]; size: number },
): CheckedCall[] {
  const { workload, size } = options;
  const { question, theory, tolerance } = workload;
  const input = workload.input(size);
  const engines = options.engines.filter((engine) => engine.handles(input));
  // A size for machines that are faster.
  if (engines.length === 0) return [];
  if (engines.length + (theory ? 1 : 0) < 2) {
    throw new RangeError(
      `Cannot time ${workload.name} at ${size}: it must have a theory value or a second engine, got ${engines.length} engines`,
    );
  }
  let trusted: TrustedFigures | undefined;
  return engines.map((engine) => {
    const asked = { workload, engine, size, input, ...firstCall(engine, input) };
    const { answer } = asked.first;
    trusted ??= {
      name: engine.name,
      // A copy: an engine may write each answer into the same array.
      figures: Float64Array.from(question.figures(answer, input)),
    };
    const checked = held(asked, trusted);
    if (!theory) return checked;
    const used = assertAgreement(theory.read(answer), theory.says(input), {
      tolerance,
      answer: `${workload.name} at ${size} by ${engine.name}`,
      judge: theory.from,
    });
    return { ...checked, toleranceUsed: Math.max(checked.toleranceUsed, used) };
  });
}

/** Figures, and who gave them. */
interface TrustedFigures {
  readonly name: string;
  readonly figures: ArrayLike<number>;
}

/** The call, if its answer is the trusted one. */
function held(
  asked: Pick<CheckedCall, "workload" | "engine" | "size" | "call" | "first"> & { input: unknown },
  trusted: TrustedFigures,
): CheckedCall {
  const { workload, engine, size, call, first, input } = asked;
  const { question, tolerance } = workload;
  const name = `${workload.name} at ${size} by ${engine.name}`;
  const against = (judge: string): Parameters<typeof assertAgreement>[2] => {
    return { tolerance, answer: name, judge };
  };
  const figures = Float64Array.from(question.figures(first.answer, input));
  const toleranceUsed = assertAgreement(figures, trusted.figures, against(trusted.name));
  return {
    workload,
    engine,
    size,
    toleranceUsed,
    call,
    first,
    trusted: trusted.figures,
    confirm: (again: unknown): void => {
      assertAgreement(question.figures(again, input), figures, against("its first answer"));
    },
  } as CheckedCall;
}
