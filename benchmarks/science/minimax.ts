import { minimaxMixture, minimaxSchedule, type Yardstick, yardsticks } from "@unmask/convergence";
import { readFile } from "node:fs/promises";
import type { ScienceBenchmark, ScienceFigure } from "../science_benchmark.ts";

/** One game, with its value by a linear program over all compositions in 50-digit arithmetic. */
interface ReferenceGame {
  readonly length: number;
  readonly steps: number;
  readonly yardstick: Yardstick["key"];
  readonly deterministic: number;
  readonly randomised: number;
}

/** Lengths and steps beyond every enumeration: there the value is certified by the worst law. */
const LARGE = [[64, 8], [256, 16], [1024, 32], [1024, 4]] as const;

/** The least worst-case ratios of path error to TC, DTC and MI, of one schedule and of a random one. */
export const science: ScienceBenchmark = {
  name: "minimax",
  title: "worst ratio of path error to a yardstick over all laws, and its least",
  async figures(): Promise<readonly ScienceFigure[]> {
    const games = await referenceGames();
    return [
      ...games.flatMap(knownGame),
      ...LARGE.flatMap(([length, steps]) =>
        yardsticks.flatMap((yardstick) => largeGame({ length, steps, yardstick }))
      ),
    ];
  },
};

async function referenceGames(): Promise<readonly ReferenceGame[]> {
  const file = new URL("../../packages/convergence/testdata/minimax.json", import.meta.url);
  return JSON.parse(await readFile(file, "utf8")).cases;
}

function knownGame(game: ReferenceGame): ScienceFigure[] {
  const { length, steps } = game;
  const yardstick = yardsticks.find(({ key }) => key === game.yardstick)!;
  const label = labelOf({ length, steps, yardstick });
  return [
    {
      label: `${label}: one schedule`,
      value: minimaxSchedule({ length, steps, yardstick }).value,
      unit: "ratio",
      expected: { value: game.deterministic, relative: 1e-15, from: "all compositions" },
    },
    {
      label: `${label}: random schedule`,
      value: minimaxMixture({ length, steps, yardstick }).value,
      unit: "ratio",
      // The reference is printed as a double, and the value is summed from a few schedules.
      expected: {
        value: game.randomised,
        relative: 1e-12,
        from: "a linear program over all compositions, 50 digits",
      },
    },
  ];
}

function largeGame(
  game: { length: number; steps: number; yardstick: Yardstick },
): ScienceFigure[] {
  const label = labelOf(game);
  const single = minimaxSchedule(game).value;
  const { value, lowerBound } = minimaxMixture(game);
  return [
    { label: `${label}: one schedule`, value: single, unit: "ratio", atLeast: value },
    {
      label: `${label}: random schedule`,
      value,
      unit: "ratio",
      expected: { value: lowerBound, relative: 1e-10, from: "the planner on the worst law" },
    },
  ];
}

function labelOf(
  { length, steps, yardstick }: { length: number; steps: number; yardstick: Yardstick },
): string {
  return `L=${length} T=${steps} over ${yardstick.key.toUpperCase()}`;
}
