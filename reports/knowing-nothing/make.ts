import {
  cutProbabilities,
  minimaxMixture,
  minimaxSchedule,
  worstRatio,
  type Yardstick,
  yardsticks,
} from "@unmask/convergence";
import {
  dualTotalCorrelationSchedule,
  geometricGridSchedule,
  type MaskSizes,
  totalCorrelationSchedule,
} from "@unmask/schedules";
import { max, min } from "simple-statistics";
import type { Cell, ClaimMaker, Judgement } from "../claim_maker.ts";
import { powersOfTwo } from "../powers_of_two.ts";
import { knowingNothingFigure } from "./figure.ts";
import { type Result, schedules } from "./result.ts";

const LENGTH = 256;

/** Steps at which the shape of the mixtures is shown. */
const SHOWN_STEPS = 16;

/** The parameter `zeta` of Theorem 9, for 9 to 113 steps. */
const zetas = [2, 3, 4, 6, 8, 12, 16, 24, 32];

/** Resolutions of the geometric grid, for 13 to 85 steps. */
const resolutions = [11, 16, 24, 32, 48, 64, 96, 128];

/** The schedule of Theorem 9 for each correlation. */
const theorem9: Readonly<
  Record<string, (options: { length: number; zeta: number }) => MaskSizes>
> = { tc: totalCorrelationSchedule, dtc: dualTotalCorrelationSchedule };

/** What one schedule, and a random one, can promise of every law. */
export const knowingNothing: ClaimMaker<Result> = {
  key: "knowing-nothing",
  seed: null,
  columns: [
    { key: "kind", label: "Row" },
    { key: "yardstick", label: "Held against" },
    { key: "schedule", label: "Schedule" },
    { key: "at", label: "Steps, or revealed" },
    { key: "value", label: "Worst ratio, or tokens per cut" },
    { key: "lowerBound", label: "No mixture below" },
  ],
  cells: yardsticks.flatMap((yardstick): Cell<Result>[] => [
    {
      label: `values in ${yardstick.name}`,
      results: () => powersOfTwo(8, LENGTH / 2).flatMap((steps) => minimax(yardstick, steps)),
    },
    {
      label: `published schedules in ${yardstick.name}`,
      results: () => yardstick.key === "mi" ? [] : published(yardstick),
    },
    { label: `cuts for ${yardstick.name}`, results: () => cuts(yardstick) },
  ]),

  judge(rows): Judgement {
    const of = (schedule: string): Result[] => rows.filter((row) => row.schedule === schedule);
    const random = of(schedules.random).filter(({ kind }) => kind === "value");
    const one = (row: Result): Result =>
      of(schedules.one).find(({ yardstick, at }) => yardstick === row.yardstick && at === row.at)!;
    // Beside published schedules the minimax values stand at their numbers of steps.
    const over = (published: string, minimax: string): number =>
      min(
        of(published).map((row) =>
          row.value / of(minimax).find(({ kind, yardstick, at }) =>
            kind === "value" && yardstick === row.yardstick && at === row.at
          )!.value
        ),
      );
    const shares = random.map((row) => row.value / one(row).value);
    const statistics = {
      leastShare: min(shares),
      largestShare: max(shares),
      largestGap: max(random.map(({ value, lowerBound }) => (value - lowerBound!) / value)),
      theorem9OverOne: over(schedules.theorem9, schedules.one),
      theorem9OverRandom: over(schedules.theorem9, schedules.random),
      gridOverOne: over(schedules.grid, schedules.one),
    };
    const holds = statistics.leastShare >= 0.3 && statistics.largestShare <= 0.6 &&
      statistics.largestGap <= 1e-9 && statistics.theorem9OverOne >= 1.3 &&
      statistics.theorem9OverRandom >= 2.9 && statistics.gridOverOne >= 1.7;
    return {
      verdict: holds ? "holds" : "refuted",
      evidence: `random over single ${statistics.leastShare.toFixed(2)} to ${
        statistics.largestShare.toFixed(2)
      }; Theorem 9 promises at least ${statistics.theorem9OverOne.toFixed(2)} and ${
        statistics.theorem9OverRandom.toFixed(2)
      } times them, the geometric grid is at least ${
        statistics.gridOverOne.toFixed(2)
      } times the single value`,
      statistics,
    };
  },

  figure: knowingNothingFigure,
};

function minimax(yardstick: Yardstick, steps: number): Result[] {
  const options = { length: LENGTH, steps, yardstick };
  const { value, lowerBound } = minimaxMixture(options);
  const common = { kind: "value", yardstick: yardstick.key, at: steps } as const;
  return [
    {
      ...common,
      schedule: schedules.one,
      value: minimaxSchedule(options).value,
      lowerBound: null,
    },
    { ...common, schedule: schedules.random, value, lowerBound },
  ];
}

/** Theorem 9's guarantees and the geometric grid's worst cases, with the minimax values beside. */
function published(yardstick: Yardstick): Result[] {
  const rows: Result[] = [];
  const add = (schedule: string, sizes: MaskSizes, value: number): void => {
    const at = sizes.length;
    const known = powersOfTwo(8, LENGTH / 2).includes(at) ||
      rows.some((row) => row.kind === "value" && row.at === at);
    if (!known) rows.push(...minimax(yardstick, at));
    rows.push({
      kind: "published",
      yardstick: yardstick.key,
      schedule,
      at,
      value,
      lowerBound: null,
    });
  };
  for (const zeta of zetas) {
    const sizes = theorem9[yardstick.key]!({ length: LENGTH, zeta });
    add(schedules.theorem9, sizes, 1 / (zeta - 1));
  }
  for (const resolution of resolutions) {
    const sizes = geometricGridSchedule({ length: LENGTH, resolution });
    add(schedules.grid, sizes, worstRatio([{ weight: 1, sizes }], { yardstick }).value);
  }
  return rows;
}

/** Tokens per cut of the best mixture, at revealed counts where it may cut. */
function cuts(yardstick: Yardstick): Result[] {
  const { probabilities } = cutProbabilities({ length: LENGTH, steps: SHOWN_STEPS, yardstick });
  const rows: Result[] = [];
  for (let k = 1; k < LENGTH; k += k === 1 ? 3 : k < 16 || k > LENGTH - 17 ? 2 : 8) {
    if (!(probabilities[k]! > 0)) continue;
    rows.push({
      kind: "cuts",
      yardstick: yardstick.key,
      schedule: schedules.random,
      at: k,
      value: 1 / probabilities[k]!,
      lowerBound: null,
    });
  }
  return rows;
}
