import { layeredProgram } from "@unmask/convergence";
import { costFigures, type CountedCost } from "../counted_cost.ts";
import { engine } from "../engines/optimal_schedule/all_pairs.ts";
import type { ScienceFigure } from "../science_benchmark.ts";
import { straightCurve } from "./straight_curve.ts";

const work = { unit: "token", amount: (length: number): number => length };

/** The program of all pairs, told to be linear: what a counter must see through. */
const allPairs: CountedCost = {
  name: "all pairs",
  size: { label: "L", growth: "power", values: [32, 64, 128, 256] },
  atLeast: 0.85,
  atMost: 1.15,
  work,
  prepare: (length) => engine.prepare({ curve: straightCurve(length), steps: 4 }),
};

/** The program that has a layer for each step, told to be flat in the steps. */
const layers: CountedCost = {
  name: "layers",
  size: { label: "T", growth: "power", values: [16, 32, 64, 128] },
  atLeast: -0.15,
  atMost: 0.15,
  work,
  prepare: (steps) => () => layeredProgram(straightCurve(1024), { maximumSteps: steps }),
};

/** The figures of both, whose exponents break their bands: for a thread of its own. */
export async function countedFigures(): Promise<ScienceFigure[]> {
  return [
    ...await costFigures(allPairs, new URL("./", import.meta.url).href),
    ...await costFigures(layers),
  ];
}
