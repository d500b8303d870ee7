import { optimalSchedule, pathError } from "@unmask/convergence";
import { estimatePathError, exactPredictor } from "@unmask/diffusion";
import { brownNews, readCorpus } from "@unmask/corpora";
import { letters, textOf } from "@unmask/language";
import { fitTransitions, markovChain, type MarkovLaw } from "@unmask/potts";
import { streamFamily } from "@unmask/random";
import { scheduleFamilies, type ScheduleFamily, uniform } from "@unmask/schedules";
import { max, min } from "simple-statistics";
import { figureColours, seriesEncoding } from "@unmask/reporting";
import type { ClaimFigure, ClaimMaker, Judgement } from "../claim_maker.ts";
import { powersOfTwo } from "../powers_of_two.ts";

type Result = {
  readonly kind: "curve" | "error" | "simulation";
  /** Tokens revealed (curve), or steps (error, simulation). */
  readonly at: number;
  readonly schedule: string | null;
  readonly nats: number;
  readonly standardError: number | null;
};

const LENGTH = 256;
const SEED = 20250521;
const SIMULATED_STEPS = 16;
const DRAWS = 4000;

/** Steps between which the claim is made. */
const WINDOW = { from: 8, to: LENGTH / 2 } as const;

/** Standard errors within which the simulation must agree: a false alarm in 16,000 runs. */
const AGREEMENT = 4;

let fitted: Promise<MarkovLaw> | undefined;

/** The chain is fitted once, by the first cell that needs it. */
function newsChain(): Promise<MarkovLaw> {
  fitted ??= readCorpus(brownNews).then(({ documents }) => {
    const { transitions } = fitTransitions(letters.encode(textOf(documents)), { states: 27 });
    return markovChain({ length: LENGTH, transitions });
  });
  return fitted;
}

/** The curve of a chain fitted to news, and what each schedule costs on it. */
export const realText: ClaimMaker<Result> = {
  key: "real-text",
  seed: SEED,
  columns: [
    { key: "kind", label: "Row" },
    { key: "at", label: "Revealed, or steps" },
    { key: "schedule", label: "Schedule" },
    { key: "nats", label: "Value", unit: "nats" },
    { key: "standardError", label: "Standard error", unit: "nats" },
  ],
  cells: [
    {
      label: "information curve",
      results: async (): Promise<Result[]> => {
        const { conditionalEntropies } = (await newsChain()).informationCurve();
        const shown = [...powersOfTwo(1, LENGTH / 2).map((step) => step - 1), LENGTH - 1];
        for (let k = 16; k < LENGTH - 1; k += 16) shown.push(k);
        return [...new Set(shown)].sort((a, b) => a - b).map((k) => ({
          kind: "curve",
          at: k,
          schedule: null,
          nats: conditionalEntropies[k]!,
          standardError: null,
        }));
      },
    },
    ...powersOfTwo(4, LENGTH).map((steps) => ({
      label: `${steps} steps`,
      results: async (): Promise<Result[]> => {
        const curve = (await newsChain()).informationCurve();
        const row = (schedule: string, nats: number): Result => ({
          kind: "error",
          at: steps,
          schedule,
          nats,
          standardError: null,
        });
        return [
          row("optimal", optimalSchedule(curve, { steps }).pathError),
          ...scheduleFamilies.map((family: ScheduleFamily) =>
            row(family.name, pathError(curve, family.sizes({ length: LENGTH, steps })))
          ),
        ];
      },
    })),
    {
      label: `simulation, ${DRAWS} draws`,
      results: async (): Promise<Result[]> => {
        const chain = await newsChain();
        const estimate = estimatePathError(chain, {
          predictor: exactPredictor(chain),
          sizes: uniform.sizes({ length: LENGTH, steps: SIMULATED_STEPS }),
          draws: DRAWS,
          streams: streamFamily({ seed: SEED, cell: "real-text", purpose: "path error" }),
        });
        return [{
          kind: "simulation",
          at: SIMULATED_STEPS,
          schedule: "uniform",
          nats: estimate.mean,
          standardError: estimate.standardError,
        }];
      },
    },
  ],

  judge(rows): Judgement {
    const inWindow = powersOfTwo(WINDOW.from, WINDOW.to);
    const simulation = rows.find(({ kind }) => kind === "simulation")!;
    const statistics = {
      uniformOverOptimal: max(
        inWindow.map((steps) => errorOf(rows, "uniform", steps) / errorOf(rows, "optimal", steps)),
      ),
      cosineOverUniform: min(
        inWindow.map((steps) => errorOf(rows, "cosine", steps) / errorOf(rows, "uniform", steps)),
      ),
      simulationStandardScore: (simulation.nats - errorOf(rows, "uniform", simulation.at)) /
        simulation.standardError!,
    };
    const agrees = Math.abs(statistics.simulationStandardScore) <= AGREEMENT;
    const holds = statistics.uniformOverOptimal <= 1.02 && statistics.cosineOverUniform >= 1.15 &&
      agrees;
    return {
      verdict: holds ? "holds" : "refuted",
      evidence:
        `uniform at most ${percent(statistics.uniformOverOptimal)} above optimal, cosine at ` +
        `least ${percent(statistics.cosineOverUniform)} above uniform; simulation ${
          statistics.simulationStandardScore.toFixed(1)
        } standard errors off`,
      statistics,
    };
  },

  figure(rows): ClaimFigure {
    // Optimal last: drawn over uniform, which it nearly equals.
    const shown = ["uniform", "cosine", "geometric", "unbalanced", "optimal"];
    return {
      title: "The information curve of news, and what schedules cost on it",
      caption:
        `Order-1 chain of 27 symbols fitted to Brown news, L = ${LENGTH}. Left: mean entropy of a ` +
        "masked letter against the letters revealed. Right: exact path error of each schedule.",
      alt:
        "Left: the information curve falls from 2.85 nats to under 2. Right: optimal and uniform " +
        "errors coincide; cosine lies above, and geometric and unbalanced far above.",
      spec: {
        hconcat: [
          {
            width: 250,
            height: 330,
            data: {
              values: rows.filter(({ kind }) => kind === "curve")
                .map(({ at, nats }) => ({ revealed: at, nats })),
            },
            mark: { type: "line", point: false, color: figureColours.ink },
            encoding: {
              x: {
                field: "revealed",
                type: "quantitative",
                axis: { title: "Letters revealed, k", tickCount: 5 },
              },
              y: {
                field: "nats",
                type: "quantitative",
                scale: { zero: false },
                axis: { title: "f(k): entropy of a masked letter (nats)" },
              },
            },
          },
          {
            width: 300,
            height: 330,
            data: {
              values: rows
                .filter((row) =>
                  row.kind === "error" && row.nats > 0 && shown.includes(row.schedule!)
                )
                .map(({ at, schedule, nats }) => ({ steps: at, schedule, nats }))
                .sort((a, b) => shown.indexOf(a.schedule!) - shown.indexOf(b.schedule!)),
            },
            mark: { type: "line", point: true },
            encoding: {
              x: {
                field: "steps",
                type: "quantitative",
                scale: { type: "log", base: 2 },
                axis: { title: "Steps T", values: powersOfTwo(4, LENGTH), format: "d" },
              },
              y: {
                field: "nats",
                type: "quantitative",
                scale: { type: "log" },
                axis: { title: "Path error (nats)", format: "~g", values: [0.1, 1, 10, 100, 1000] },
              },
              ...seriesEncoding("schedule", { values: shown, by: "shape" }),
            },
          },
        ],
      },
    };
  },
};

function errorOf(rows: readonly Result[], schedule: string, steps: number): number {
  return rows.find((row) => row.kind === "error" && row.schedule === schedule && row.at === steps)!
    .nats;
}

function percent(ratio: number): string {
  return `${(100 * (ratio - 1)).toFixed(1)}%`;
}
