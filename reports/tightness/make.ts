import {
  balancedLimits,
  boundOf,
  liCaiTheorem2Lower,
  linearForm,
  sharpConstant,
} from "@unmask/convergence";
import { type MaskSizes, maskSizes, maximumSize } from "@unmask/schedules";
import { max, min, sum } from "simple-statistics";
import type { Cell, ClaimMaker, Judgement } from "../claim_maker.ts";
import { compositions } from "../compositions.ts";
import { tightnessFigure } from "./figure.ts";
import { lowerConstant } from "./lower_constant.ts";
import type { Result } from "./result.ts";
import { stepErrors, tightestLaw } from "./tightest_law.ts";

const LENGTH = 12;

/** Bounds on every schedule, then bounds on schedules of their own. */
const everySchedule = ["li-cai-theorem-1", "li-cai-theorem-2-upper", "sharp-step", "sharp-max"];
const someSchedules = [
  "average-size",
  "li-cai-corollary-1",
  "tc-schedule",
  "dtc-schedule",
  "austin",
];

/** Sizes `s` at which the lower half of Theorem 2 is decided, each at lengths from `s` to `3 s`. */
const lowerSizes = [8, 16, 32];

/** Where the constant 1/16 fails: one token more than the largest size. */
const failing = (size: number, length: number): boolean => size >= 16 && length === size + 1;

/** Which laws attain which bound, exactly. */
export const tightness: ClaimMaker<Result> = {
  key: "tightness",
  seed: null,
  columns: [
    { key: "kind", label: "Row" },
    { key: "bound", label: "Bound" },
    { key: "length", label: "Length L" },
    { key: "largest", label: "Largest size" },
    { key: "schedules", label: "Schedules" },
    { key: "attained", label: "Attained on" },
    { key: "ratio", label: "Largest ratio, or constant" },
    { key: "sizes", label: "On the sizes" },
    { key: "dimension", label: "By the code of dimension" },
    { key: "sixteenth", label: "Constant 1/16" },
  ],
  cells: [
    ...[...everySchedule, ...someSchedules].map((key): Cell<Result> => ({
      label: key,
      results: (): Result[] => upperRows(key),
    })),
    { label: "sharp constant", results: constantRows },
    ...lowerSizes.map((size): Cell<Result> => ({
      label: `lower half, s = ${size}`,
      results: (): Result[] => lowerLengths(size).map((length) => lowerRow(size, length)),
    })),
  ],

  judge(rows): Judgement {
    const of = (key: string): Result[] => rows.filter(({ bound }) => bound === key);
    const upper = rows.filter(({ kind }) => kind === "upper");
    const lower = rows.filter(({ kind }) => kind === "lower");
    const share = (key: string): number => max(of(key).map(({ ratio }) => ratio));
    const attained = (key: string): number => sum(of(key).map((row) => row.attained!));
    const statistics = {
      schedules: sum(of("sharp-max").map(({ schedules }) => schedules)),
      sharpMaxAttained: attained("sharp-max"),
      sharpStepAttained: attained("sharp-step"),
      theorem1Attained: attained("li-cai-theorem-1"),
      theorem2UpperAttained: attained("li-cai-theorem-2-upper"),
      largestRatio: max(upper.map(({ ratio }) => ratio)),
      corollary1Ratio: share("li-cai-corollary-1"),
      tcScheduleRatio: share("tc-schedule"),
      dtcScheduleRatio: share("dtc-schedule"),
      austinRatio: share("austin"),
      sharpConstantExact: sum(of("sharp-constant").map((row) => row.attained!)),
      lowerDecided: lower.length,
      lowerRefuted: lower.filter(({ sixteenth }) => sixteenth === "refuted").length,
      leastLowerConstant: min(lower.map(({ ratio }) => ratio)),
    };
    const onAll = (row: Result): boolean => row.attained === (row.largest > 1 ? row.schedules : 0);
    const holds = statistics.largestRatio <= 1 &&
      [...of("sharp-step"), ...of("sharp-max")].every(onAll) &&
      of("li-cai-theorem-1").every((row) =>
        row.attained === (row.largest > 1 && isPowerOfTwo(row.largest) ? row.schedules : 0)
      ) &&
      ["li-cai-corollary-1", "tc-schedule", "dtc-schedule"].every((key) => share(key) < 3 / 4) &&
      statistics.sharpConstantExact === statistics.schedules &&
      lower.every(({ largest, length, sixteenth }) =>
        sixteenth === (failing(largest, length) ? "refuted" : "proved")
      );
    return {
      verdict: holds ? "holds" : "refuted",
      evidence:
        `of ${statistics.schedules} schedules sharp-max is attained on ${statistics.sharpMaxAttained}, ` +
        `Theorem 1 on ${statistics.theorem1Attained}, Corollary 1 within ${
          statistics.corollary1Ratio.toFixed(2)
        }; the lower constant 1/16 fails at ${statistics.lowerRefuted} of ${statistics.lowerDecided} pairs`,
      statistics,
    };
  },

  figure: tightnessFigure,
};

function upperRows(key: string): Result[] {
  const bound = boundOf(key);
  const coefficients = bound.coefficients!;
  const rows = new Map<number, Result>();
  for (const sizes of bound.schedules?.(LENGTH) ?? compositions(LENGTH)) {
    if (!bound.applies(sizes)) continue;
    const { ratio, attained, dimension } = tightestLaw(sizes, coefficients);
    const largest = maximumSize(sizes);
    const known = rows.get(largest);
    const tighter = known === undefined || ratio > known.ratio;
    rows.set(largest, {
      kind: "upper",
      bound: key,
      length: LENGTH,
      largest,
      schedules: (known?.schedules ?? 0) + 1,
      attained: (known?.attained ?? 0) + (attained ? 1 : 0),
      ratio: tighter ? ratio : known.ratio,
      sizes: tighter ? sizes.join(" ") : known.sizes,
      dimension: tighter ? dimension || null : known.dimension,
      sixteenth: null,
    });
  }
  return [...rows.values()].sort((a, b) => a.largest - b.largest);
}

/** Whether `sharpConstant` is the largest error on a step over MI, which is L on every step. */
function constantRows(): Result[] {
  const rows = new Map<number, Result>();
  for (const sizes of compositions(LENGTH)) {
    const { constant, source } = sharpConstant(sizes);
    const errors = stepErrors(sizes);
    const exact = constant === max([...errors]) / LENGTH &&
      errors[source!.dimension]! / LENGTH === constant;
    const largest = maximumSize(sizes);
    const known = rows.get(largest);
    rows.set(largest, {
      kind: "constant",
      bound: "sharp-constant",
      length: LENGTH,
      largest,
      schedules: (known?.schedules ?? 0) + 1,
      attained: (known?.attained ?? 0) + (exact ? 1 : 0),
      ratio: constant,
      sizes: known?.sizes ?? sizes.join(" "),
      dimension: known?.dimension ?? source!.dimension,
      sixteenth: null,
    });
  }
  return [...rows.values()].sort((a, b) => a.largest - b.largest);
}

function lowerRow(size: number, length: number): Result {
  const sizes: MaskSizes = maskSizes([size, ...new Array<number>(length - size).fill(1)]);
  const { numerators } = linearForm(liCaiTheorem2Lower.coefficients!, sizes);
  const { proved, schedules, sixteenth } = lowerConstant(numerators, balancedLimits(sizes));
  return {
    kind: "lower",
    bound: "li-cai-theorem-2-lower",
    length,
    largest: size,
    schedules,
    attained: null,
    ratio: proved,
    sizes: null,
    dimension: null,
    sixteenth,
  };
}

function lowerLengths(size: number): number[] {
  const eighths = Array.from({ length: 17 }, (_, i) => size + i * size / 8);
  return [...new Set([size, size + 1, ...eighths])].sort((a, b) => a - b);
}

function isPowerOfTwo(size: number): boolean {
  return Number.isInteger(Math.log2(size));
}
