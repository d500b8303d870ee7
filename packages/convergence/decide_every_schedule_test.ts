import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { maskSizes, maximumSize, sequenceLength } from "@unmask/schedules";
import { compositions } from "@unmask/testing";
import { boundOf, bounds } from "./bounds.ts";
import { decideBound } from "./decide_bound.ts";
import { type DecidableBound, decideEverySchedule } from "./decide_every_schedule.ts";
import { flattenedExponent } from "./flattened_exponent.ts";
import { linearForm } from "./linear_form.ts";

const decidable = bounds.filter(({ kind, coefficients }) => kind === "upper" && coefficients) as
  & readonly DecidableBound[]
  & typeof bounds;

/** False neighbours of `sharp-max` and `sharp-step`, and one for few schedules. */
const mutants: Readonly<Record<string, DecidableBound>> = {
  "flattened exponent": flattenedExponent,
  "s_max - 2": {
    applies: () => true,
    coefficients(sizes, out): number {
      out.fill(0);
      out[sequenceLength(sizes) - 1] = maximumSize(sizes) - 2;
      return 1;
    },
  },
  "sharp-step in masking order": {
    applies: () => true,
    coefficients: (sizes, out) =>
      boundOf("sharp-step").coefficients!(maskSizes(sizes.toReversed()), out),
  },
  "sharp-step of two steps at most": {
    applies: (sizes) => sizes.length <= 2,
    coefficients: (sizes, out) => 2 * boundOf("sharp-step").coefficients!(sizes, out),
  },
  "Z read one token early": {
    applies: () => true,
    coefficients(sizes, out): number {
      const length = sequenceLength(sizes);
      out.fill(0);
      out[Math.max(0, length - 2)] = maximumSize(sizes) - 1;
      return 1;
    },
  },
};

/** The verdict by deciding each composition by itself, and how many the bound applies to. */
function oneByOne(bound: DecidableBound, length: number): { verdict: string; schedules: number } {
  let verdict = "proved";
  let schedules = 0;
  for (const composition of compositions(length)) {
    const sizes = maskSizes(composition);
    if (!bound.applies(sizes)) continue;
    schedules++;
    const decision = decideBound(linearForm(bound.coefficients, sizes), sizes);
    if (decision.verdict === "refuted") verdict = "refuted";
  }
  return { verdict, schedules };
}

Deno.test("every upper bound is proved for all its schedules, up to 10 tokens, each by itself too", () => {
  strictEqual(decidable.length, 9);
  for (const bound of decidable) {
    for (let length = 1; length <= 10; length++) {
      const decision = decideEverySchedule(bound, { length });
      deepStrictEqual(decision, oneByOne(bound, length) as unknown, `${bound.key} ${length}`);
      strictEqual(decision.verdict, "proved");
    }
  }
});

Deno.test("every false neighbour is refuted exactly where one of its schedules is", () => {
  for (const [name, mutant] of Object.entries(mutants)) {
    const refuted: number[] = [];
    for (let length = 1; length <= 10; length++) {
      const decision = decideEverySchedule(mutant, { length });
      strictEqual(decision.verdict, oneByOne(mutant, length).verdict, `${name} ${length}`);
      if (decision.verdict === "proved") continue;
      refuted.push(length);
      const { sizes, pathError, allowed } = decision.counterexample;
      strictEqual(sequenceLength(sizes), length);
      ok(mutant.applies(sizes));
      ok(BigInt(pathError) * allowed.denominator > allowed.numerator);
      ok(decision.schedules >= 1 && decision.schedules <= 2 ** (length - 1));
      ok(Object.isFrozen(sizes));
    }
    ok(refuted.length >= 7, `${name}: ${refuted}`);
  }
});

Deno.test("the bounds of all schedules are decided for all 2,048 of 12 tokens", () => {
  for (
    const key of ["li-cai-theorem-1", "li-cai-theorem-2-upper", "sharp-max", "sharp-step"] as const
  ) {
    const { coefficients, applies } = boundOf(key);
    deepStrictEqual(
      decideEverySchedule({ applies, coefficients: coefficients! }, { length: 12 }),
      { verdict: "proved", schedules: 2048 },
    );
  }
});

Deno.test("bounds of few schedules are decided for each once", () => {
  const count = (key: string, length: number): number => {
    const bound = boundOf(key);
    const decision = decideEverySchedule(bound as DecidableBound, { length });
    strictEqual(decision.verdict, "proved");
    return decision.schedules;
  };
  // 1, 2, 3, 4, 6, 8, 12, 24 divide 24; 1 .. 24 steps of singles and one shot.
  strictEqual(count("average-size", 24), 8);
  strictEqual(count("austin", 24), 24);
  // zeta = 2, .., 12 build 11 different schedules, and from 13 on all ones.
  strictEqual(count("tc-schedule", 24), 12);
  strictEqual(count("dtc-schedule", 24), 12);
  strictEqual(count("austin", 100), 100);
});

Deno.test("decideEverySchedule() tells how far it is, and refuses lengths it cannot finish", () => {
  const shares: number[] = [];
  const sharpMax = boundOf("sharp-max") as DecidableBound;
  decideEverySchedule(sharpMax, { length: 20, onProgress: (share) => shares.push(share) });
  deepStrictEqual(shares, [0.5, 1]);
  for (const length of [0, 31, 1.5, NaN, -1, Infinity]) {
    throws(
      () => decideEverySchedule(sharpMax, { length }),
      /Cannot decide every schedule: length must be an integer from 1 to 30, got/,
    );
  }
  const austin = boundOf("austin") as DecidableBound;
  throws(() => decideEverySchedule(austin, { length: 4097 }), /from 1 to 4096, got 4097/);
});
