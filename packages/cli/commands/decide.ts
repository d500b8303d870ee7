import type { Bound, Counterexample, LengthDecision, LinearForm } from "@unmask/convergence";
import type { MaskSizes } from "@unmask/schedules";
import { BadInput } from "../bad_input.ts";
import { type Answer, type Command, command, type World } from "../command.ts";
import { commonOptions } from "../common_options.ts";
import { anyText, integer, sizeList } from "../notation.ts";
import { countText } from "../number_text.ts";
import { valueOption } from "../option.ts";
import { readCoefficients } from "../read_coefficients.ts";
import { sizesText } from "../sizes_text.ts";
import { wrapText } from "../wrap_text.ts";

/** `decide`: whether a bound holds for every law, by exact arithmetic. */
export const decideCommand: Command = command({
  name: "decide",
  summary: "whether a bound holds for every law: a proof, or a law that refutes it",
  description:
    "A claimed bound on the path error that is linear in the information curve holds for every law if and only if it holds on the L-1 step curves, which Reed-Solomon codes realise. That is checked in exact arithmetic, for one schedule or for all schedules of a length. An existence statement (li-cai-theorem-2-lower) is decided by a mixture of schedules that proves it. flattened-exponent is a false reading of Theorem 1, here to be refuted.",
  examples: [
    "unmask decide --bound li-cai-theorem-1 --length 12",
    "unmask decide --bound flattened-exponent --sizes 8",
    "unmask decide --coefficients b.json --sizes 3,3,2",
  ],
  options: {
    bound: valueOption("--bound", {
      notation: anyText,
      metavar: "KEY",
      help: "a bound, by the key that unmask error --json shows",
    }),
    coefficients: valueOption("--coefficients", {
      notation: anyText,
      metavar: "FILE",
      help: 'your own: JSON [b_1, .., b_L], integers or "p/q", for EKL <= sum_j b_j Z_j',
    }),
    sizes: valueOption("--sizes", {
      notation: sizeList,
      metavar: "SIZES",
      help: "one schedule, in order of unmasking, as in 3,3,2",
    }),
    length: valueOption("--length", {
      notation: integer(1),
      metavar: "L",
      help: "in place of --sizes: every schedule of L tokens that the bound is about",
    }),
    ...commonOptions,
  },
  async answer(values, world): Promise<Answer> {
    const { bound, coefficients, sizes, length } = values;
    if ((bound === undefined) === (coefficients === undefined)) {
      throw new BadInput(
        `Cannot decide: one claim must be given, as --bound KEY or --coefficients FILE, got ${
          bound === undefined ? "none" : "both"
        }`,
      );
    }
    if ((sizes === undefined) === (length === undefined)) {
      throw new BadInput(
        `Cannot decide: one scope must be given, as --sizes SIZES or --length L, got ${
          sizes === undefined ? "none" : "both"
        }`,
      );
    }
    if (coefficients !== undefined) {
      if (sizes === undefined) {
        throw new BadInput(
          "Cannot decide: coefficients must come with --sizes, since they are of one schedule, got --length",
        );
      }
      return await answerOwnClaim({ file: coefficients, sizes }, world);
    }
    return await answerBound({ key: bound!, sizes, length }, world);
  },
});

/** The facts of a decision, before they are shown. */
interface Findings {
  readonly bound: string;
  readonly formula: string;
  readonly length: number;
  readonly decision: LengthDecision;
}

async function answerOwnClaim(
  claim: { file: string; sizes: readonly number[] },
  { io }: World,
): Promise<Answer> {
  const { decideBound } = await import("@unmask/convergence");
  const { maskSizes, sequenceLength } = await import("@unmask/schedules");
  const form: LinearForm = await readCoefficients(claim.file, io);
  const sizes = maskSizes(claim.sizes);
  const decision = decideBound(form, sizes);
  return shownDecision({
    bound: "coefficients",
    formula: `EKL <= sum_j b_j Z_j, b from ${claim.file}`,
    length: sequenceLength(sizes),
    decision: { ...decision, schedules: 1 },
  });
}

async function answerBound(
  asked: { key: string; sizes: readonly number[] | undefined; length: number | undefined },
  world: World,
): Promise<Answer> {
  const { bounds, decideBound, decideEverySchedule, flattenedExponent, linearForm } = await import(
    "@unmask/convergence"
  );
  const { maskSizes } = await import("@unmask/schedules");
  const claims = [...bounds, flattenedExponent];
  const claim = claims.find(({ key }) => key === asked.key);
  if (claim === undefined) {
    throw new BadInput(
      `Cannot decide: the bound must be one of ${
        claims.map(({ key }) => key).join(", ")
      }, got ${asked.key}`,
    );
  }
  const { key, formula, coefficients } = claim;
  if (coefficients === undefined) {
    throw new BadInput(
      `Cannot decide ${key}: a bound must be linear in the information curve with rational coefficients, got ${formula}`,
    );
  }
  const sizes = asked.sizes && maskSizes(asked.sizes);
  const length = asked.length ?? sizes!.reduce((sum, size) => sum + size, 0);
  if (sizes && !claim.applies(sizes)) {
    throw new BadInput(
      `Cannot decide ${key}: the schedule must satisfy its hypotheses (${
        (claim as Bound).hypotheses
      }), got sizes ${sizesText(sizes)}`,
    );
  }
  if ("kind" in claim && claim.kind === "lower") {
    return await answerWorstSchedule({ key, formula, length, sizes });
  }
  if (sizes) {
    const decision = decideBound(linearForm(coefficients, sizes), sizes);
    return shownDecision({ bound: key, formula, length, decision: { ...decision, schedules: 1 } });
  }
  const decision = decideEverySchedule({ ...claim, coefficients }, {
    length,
    onProgress: (share) => world.messages.show(`deciding: ${(100 * share).toFixed(0)}%`),
  });
  return shownDecision({ bound: key, formula, length, decision });
}

/** Theorem 2's lower half: for each power of two, some schedule with sizes up to it is so bad. */
async function answerWorstSchedule(
  asked: { key: string; formula: string; length: number; sizes: MaskSizes | undefined },
): Promise<Answer> {
  const { balancedLimits, decideWorstSchedule, liCaiTheorem2Lower, linearForm } = await import(
    "@unmask/convergence"
  );
  const { maskSizes } = await import("@unmask/schedules");
  const { key, formula, length } = asked;
  const representatives: MaskSizes[] = [];
  if (asked.sizes) representatives.push(asked.sizes);
  else {
    // One schedule for each power of two: only its largest size counts.
    for (let size = 1; size < 2 * length; size *= 2) {
      const largest = Math.min(size, length);
      const rest = new Array<number>(length - largest).fill(1);
      representatives.push(maskSizes([largest, ...rest]));
    }
  }
  const certificates = representatives.map((sizes) => {
    const limits = balancedLimits(sizes);
    const form = linearForm(liCaiTheorem2Lower.coefficients!, sizes);
    return { ...limits, ...decideWorstSchedule(form, { length, ...limits }) };
  });
  const failed = certificates.find(({ verdict }) => verdict !== "proved");
  const verdict = failed?.verdict ?? "proved";
  const schedules = certificates.reduce(
    (sum, part) => sum + (part.verdict === "proved" ? part.mixture.schedules.length : 0),
    0,
  );
  return {
    document: { bound: key, length, verdict, schedules, certificates },
    print: (columns): string =>
      wrapText(
        `${verdict}: ${formula}, for every law of ${countText(length, "token")}. For each of ${
          countText(certificates.length, "range")
        } of sizes a mixture of schedules has, on every step curve, a mean error of at least the bound: ${
          countText(schedules, "schedule")
        } in all.`,
        { columns },
      ),
  };
}

function shownDecision({ bound, formula, length, decision }: Findings): Answer {
  const { verdict, schedules } = decision;
  const counterexample = verdict === "refuted" ? shownLaw(decision.counterexample) : undefined;
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
function shownLaw({ sizes, source, pathError, allowed }: Counterexample): {
  sizes: readonly number[];
  source: Counterexample["source"];
  pathError: number;
  bound: number;
} {
  const step = Math.log(source.field);
  return {
    sizes,
    source,
    pathError: pathError * step,
    bound: Number(allowed.numerator) / Number(allowed.denominator) * step,
  };
}
