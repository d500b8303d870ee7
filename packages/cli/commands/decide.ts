import type { Bound, LinearForm } from "@unmask/convergence";
import type { MaskSizes } from "@unmask/schedules";
import { BadInput, shown } from "../bad_input.ts";
import { bar } from "../bars.ts";
import { type Answer, type Command, command, type World } from "../command.ts";
import { commonOptions } from "../common_options.ts";
import { shownDecision } from "../decision_answer.ts";
import { anyText, integer, sizeList } from "../notation.ts";
import { countText } from "../number_text.ts";
import { valueOption } from "../option.ts";
import { readCoefficients } from "../read_coefficients.ts";
import { sizesText } from "../sizes_text.ts";
import { LENGTH_LIMIT } from "../source_limits.ts";
import { wrapText } from "../wrap_text.ts";

/** `decide`: whether a bound holds for every law, by exact arithmetic. */
export const decideCommand: Command = command({
  name: "decide",
  summary: "whether a bound holds for every law: a proof or a counterexample",
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
          "Cannot decide: coefficients must come with --sizes, being those of one schedule, got --length",
        );
      }
      return await answerOwnClaim({ file: coefficients, sizes }, world);
    }
    return await answerBound({ key: bound!, sizes, length }, world);
  },
});

async function answerOwnClaim(
  claim: { file: string; sizes: readonly number[] },
  { io }: World,
): Promise<Answer> {
  const { decideBound } = await import("@unmask/convergence");
  const { maskSizes, sequenceLength } = await import("@unmask/schedules");
  const form: LinearForm = await readCoefficients(claim.file, io);
  const sizes = maskSizes(claim.sizes);
  checkLength(sequenceLength(sizes));
  const decision = decideBound(form, sizes);
  return await shownDecision({
    bound: "coefficients",
    formula: `EKL <= sum_j b_j Z_j, b from ${shown(claim.file)}`,
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
  const { maskSizes, sequenceLength } = await import("@unmask/schedules");
  const claims = [...bounds, flattenedExponent];
  const claim = claims.find(({ key }) => key === asked.key);
  if (claim === undefined) {
    throw new BadInput(
      `Cannot decide: the bound must be one of ${claims.map(({ key }) => key).join(", ")}, got ${
        shown(asked.key)
      }`,
    );
  }
  const { key, formula, coefficients } = claim;
  if (coefficients === undefined) {
    throw new BadInput(
      `Cannot decide ${key}: a bound must be linear in the information curve with rational coefficients, got ${formula}`,
    );
  }
  const sizes = asked.sizes && maskSizes(asked.sizes);
  const length = asked.length ?? sequenceLength(sizes!);
  checkLength(length);
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
    return await shownDecision({
      bound: key,
      formula,
      length,
      decision: { ...decision, schedules: 1 },
    });
  }
  const decision = decideEverySchedule({ ...claim, coefficients }, {
    length,
    onProgress: (share) =>
      world.messages.show(`deciding [${bar(share, 20).padEnd(20)}] ${(100 * share).toFixed(0)}%`),
  });
  return await shownDecision({ bound: key, formula, length, decision });
}

/** The longest sequence that is decided: as long as any source. */
function checkLength(length: number): void {
  if (!(length <= LENGTH_LIMIT)) {
    throw new BadInput(`Cannot decide: length must be at most ${LENGTH_LIMIT}, got ${length}`);
  }
}

/**
 * Theorem 2's lower half: for each power of two, some schedule with sizes up to it is so bad. Its
 * certificates are the mixtures of schedules that prove it.
 */
async function answerWorstSchedule(
  asked: { key: string; formula: string; length: number; sizes: MaskSizes | undefined },
): Promise<Answer> {
  const {
    balancedLimits,
    DECIDE_WORST_LENGTH_LIMIT,
    decideWorstSchedule,
    liCaiTheorem2Lower,
    linearForm,
  } = await import("@unmask/convergence");
  const { uniform } = await import("@unmask/schedules");
  const { key, formula, length } = asked;
  if (!(length <= DECIDE_WORST_LENGTH_LIMIT)) {
    throw new BadInput(
      `Cannot decide ${key}: the length must be at most ${DECIDE_WORST_LENGTH_LIMIT}, got ${length}`,
    );
  }
  const representatives: MaskSizes[] = [];
  if (asked.sizes) representatives.push(asked.sizes);
  else {
    // A balanced schedule for each power of two: the claim depends on its largest size alone.
    for (let size = 1; size < 2 * length; size *= 2) {
      const balanced = uniform.sizes({ length, steps: Math.ceil(length / size) });
      if (liCaiTheorem2Lower.applies(balanced)) representatives.push(balanced);
    }
  }
  const certificates = representatives.map((sizes) => {
    const limits = balancedLimits(sizes);
    const form = linearForm(liCaiTheorem2Lower.coefficients!, sizes);
    const decision = decideWorstSchedule(form, { length, ...limits });
    if (decision.verdict !== "proved") {
      const { smallest, largest } = limits;
      throw new BadInput(
        `Cannot decide ${key}: a mixture of schedules must be found for sizes from ${smallest} to ${largest}, got one side of their game too close to the other`,
      );
    }
    return { ...limits, mixture: decision.mixture };
  });
  const schedules = certificates.reduce((sum, part) => sum + part.mixture.schedules.length, 0);
  return {
    document: { bound: key, length, verdict: "proved", schedules, certificates },
    print: (columns): string =>
      wrapText(
        `proved: ${formula}, for every law of ${countText(length, "token")}. For each of ${
          countText(certificates.length, "range")
        } of sizes a mixture of schedules has, on every step curve, a mean error of at least the bound: ${
          countText(schedules, "schedule")
        } in all.`,
        { columns },
      ),
  };
}
