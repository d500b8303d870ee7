import type { Counterexample, LengthDecision } from "@unmask/convergence";
import type { Answer } from "./command.ts";
import { countText } from "./number_text.ts";
import { sizesText } from "./sizes_text.ts";
import { wrapText } from "./wrap_text.ts";

/** The facts of a decision, before they are shown. */
export interface Findings {
  /** Key of the bound. */
  readonly bound: string;
  /** The claim as a formula. */
  readonly formula: string;
  /** Tokens in a sequence. */
  readonly length: number;
  /** What was decided. */
  readonly decision: LengthDecision;
}

/**
 * A decision as an answer.
 *
 * @param findings The claim, and what was decided of it
 * @returns The answer; both sides of a refuted inequality in nats
 */
export async function shownDecision(
  { bound, formula, length, decision }: Findings,
): Promise<Answer> {
  const { verdict, schedules } = decision;
  const counterexample = verdict === "refuted"
    ? await shownLaw(decision.counterexample)
    : undefined;
  return {
    document: { bound, length, verdict, schedules, ...(counterexample && { counterexample }) },
    print(columns): string {
      const scope = `${countText(schedules, "schedule")} of ${countText(length, "token")}`;
      if (counterexample === undefined) {
        return wrapText(`proved: ${formula}, for ${scope} and every law.`, { columns });
      }
      const { sizes, source, pathError, bound: allowed } = counterexample;
      const law =
        `reed-solomon:field=${source.field},length=${source.length},dimension=${source.dimension}`;
      return wrapText(
        `refuted: ${formula}. On the law ${law} the sizes ${
          sizesText(sizes)
        } have a path error of ${pathError.toPrecision(6)} nats, and the claim allows ${
          allowed.toPrecision(6)
        }.`,
        { columns },
      );
    },
  };
}

/** A counterexample with both sides of the inequality in nats. */
interface ShownLaw {
  readonly sizes: readonly number[];
  readonly source: Counterexample["source"];
  readonly pathError: number;
  /** Infinite, so null in JSON, where a claim has coefficients beyond all doubles. */
  readonly bound: number;
}

async function shownLaw(counterexample: Counterexample): Promise<ShownLaw> {
  const { ratio } = await import("@unmask/convergence");
  const { sizes, source, pathError, allowed } = counterexample;
  const step = Math.log(source.field);
  return {
    sizes,
    source,
    pathError: pathError * step,
    bound: ratio(allowed.numerator, allowed.denominator) * step,
  };
}
