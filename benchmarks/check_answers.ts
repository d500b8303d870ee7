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
  /** Refuses a later answer of the call that is not the one that was checked. */
  readonly confirm: (answer: unknown) => void;
  /** The proof, in the type only. */
  readonly [checked]: true;
}

/** What is checked. */
export interface CheckOptions {
  /** Only calls whose "workload engine" contains this text; their rivals are asked all the same. */
  readonly filter?: string;
  /** Only the first so many sizes of each workload. */
  readonly sizes?: number;
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
  const { filter = "", sizes = Infinity } = options;
  return suite.workloads.flatMap((workload) => {
    const engines = suite.engines
      .filter((engine) => engine.question === workload.question)
      .sort((a, b) => engineKinds.indexOf(a.kind) - engineKinds.indexOf(b.kind));
    const wanted = (engine: AnyEngine): boolean =>
      `${workload.name} ${engine.name}`.includes(filter);
    if (!engines.some(wanted)) return [];
    return workload.size.values.slice(0, sizes)
      .flatMap((size) => checkAtSize({ workload, engines, size }))
      .filter(({ engine }) => wanted(engine));
  });
}

function checkAtSize(
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
  let trusted: { name: string; figures: ArrayLike<number> } | undefined;
  return engines.map((engine) => {
    const call = engine.prepare(input);
    const answer = call();
    // A copy: an engine may write each answer into the same array.
    const figures = Float64Array.from(question.figures(answer, input));
    const name = `${workload.name} at ${size} by ${engine.name}`;
    const against = (judge: string): Parameters<typeof assertAgreement>[2] => {
      return { tolerance, answer: name, judge };
    };
    trusted ??= { name: engine.name, figures };
    let toleranceUsed = assertAgreement(figures, trusted.figures, against(trusted.name));
    if (theory) {
      const says = theory.says(input);
      const used = assertAgreement(theory.read(answer), says, against(theory.from));
      toleranceUsed = Math.max(toleranceUsed, used);
    }
    return {
      workload,
      engine,
      size,
      toleranceUsed,
      call,
      confirm: (again: unknown): void => {
        assertAgreement(question.figures(again, input), figures, against("its first answer"));
      },
    } as CheckedCall;
  });
}
