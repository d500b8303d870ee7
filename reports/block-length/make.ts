import { fewestBlockSteps, optimalBlockSchedule, optimalSchedule } from "@unmask/convergence";
import type { BlockCurveSource, CurveSource } from "@unmask/information";
import { brownNews, readCorpus } from "@unmask/corpora";
import { letters, textOf } from "@unmask/language";
import { fitTransitions, markovChain, pottsChain } from "@unmask/potts";
import { figureColours, type JsonValue, seriesEncoding } from "@unmask/reporting";
import { blocksOfLength } from "@unmask/schedules";
import { max, min } from "simple-statistics";
import type { ClaimFigure, ClaimMaker, Judgement } from "../claim_maker.ts";
import { powersOfTwo } from "../powers_of_two.ts";

type Result = {
  readonly law: string;
  readonly steps: number;
  readonly blockLength: number;
  readonly pathError: number;
  /** Times the optimum in random order over the whole sequence. */
  readonly ratio: number;
  /** Steps in these blocks for the error of that optimum. */
  readonly equalSteps: number;
};

const LENGTH = 256;
const STEPS = powersOfTwo(8, LENGTH / 2);

/** How far from `L / n` the ratio may be where tokens forget each other within a few positions. */
const TOLERANCE = 0.06;

/** How many times `L / n` the ratio may be where they remember for longer. */
const LONG_MEMORY = 2.4;

const WEAK = "Potts, J = 0.5";
const STRONG = "Potts, J = 4";
const NEWS = "news";

type Law = CurveSource & BlockCurveSource;

const laws: readonly { readonly name: string; readonly law: () => Law | Promise<Law> }[] = [
  {
    name: NEWS,
    law: async () => {
      const text = textOf((await readCorpus(brownNews)).documents);
      const { transitions } = fitTransitions(letters.encode(text), { states: 27 });
      return markovChain({ length: LENGTH, transitions });
    },
  },
  { name: WEAK, law: () => pottsChain({ length: LENGTH, states: 4, coupling: 0.5 }) },
  { name: STRONG, law: () => pottsChain({ length: LENGTH, states: 4, coupling: 4 }) },
];

/** What blocks from left to right cost against random order, the best plan in either. */
export const blockLength: ClaimMaker<Result> = {
  key: "block-length",
  seed: null,
  columns: [
    { key: "law", label: "Law" },
    { key: "steps", label: "Steps T" },
    { key: "blockLength", label: "Block length n" },
    { key: "pathError", label: "Least path error", unit: "nats" },
    { key: "ratio", label: "Times no blocks" },
    { key: "equalSteps", label: "Steps for the error of no blocks" },
  ],
  cells: laws.map(({ name, law }) => ({
    label: name,
    results: async (): Promise<Result[]> => {
      const source = await law();
      const whole = source.informationCurve();
      const cuts = powersOfTwo(2, LENGTH).map((length) => ({
        length,
        curves: source.blockCurves(blocksOfLength({ length: LENGTH, blockLength: length })),
      }));
      return STEPS.flatMap((steps) => {
        const least = optimalSchedule(whole, { steps }).pathError;
        // A block takes at least one step.
        return cuts.filter(({ curves }) => curves.length <= steps).map(({ length, curves }) => {
          const { pathError } = optimalBlockSchedule(curves, { steps });
          return {
            law: name,
            steps,
            blockLength: length,
            pathError,
            ratio: pathError / least,
            equalSteps: fewestBlockSteps(curves, { error: least }).sizes.length,
          };
        });
      });
    },
  })),

  judge(rows): Judgement {
    const multiples = (names: readonly string[]): number[] =>
      rows.filter(({ law, blockLength: n }) => names.includes(law) && n < LENGTH)
        .map((row) => row.ratio * row.blockLength / LENGTH);
    const short = multiples([NEWS, WEAK]);
    const long = multiples([STRONG]);
    const statistics = {
      shortMemoryLeast: min(short),
      shortMemoryMost: max(short),
      longMemoryLeast: min(long),
      longMemoryMost: max(long),
      newsSteps:
        rows.find(({ law, steps, blockLength: n }) => law === NEWS && steps === 32 && n === 32)!
          .equalSteps,
    };
    const holds = statistics.shortMemoryLeast >= 1 - TOLERANCE &&
      statistics.shortMemoryMost <= 1 + TOLERANCE &&
      statistics.longMemoryLeast >= 1 && statistics.longMemoryMost <= LONG_MEMORY;
    return {
      verdict: holds ? "holds" : "refuted",
      evidence: `${statistics.shortMemoryLeast.toFixed(2)} to ${
        statistics.shortMemoryMost.toFixed(2)
      } times 256/n on news and the weak chain, ${statistics.longMemoryLeast.toFixed(2)} to ${
        statistics.longMemoryMost.toFixed(2)
      } on the strong one; news in blocks of 32 needs ${statistics.newsSteps} steps for the error of 32 without`,
      statistics,
    };
  },

  figure(rows): ClaimFigure {
    const shown = [8, 32, 128];
    const panel = (name: string, isFirst: boolean): JsonValue => {
      const points = rows.filter(({ law, steps }) => law === name && shown.includes(steps));
      const whole = points.filter(({ blockLength: n }) => n === LENGTH);
      return {
        width: 165,
        height: 300,
        title: { text: name === NEWS ? "News letters" : name, frame: "group" },
        layer: [
          {
            data: {
              values: whole.flatMap(({ steps, pathError }) =>
                [LENGTH / steps, LENGTH].map((n) => ({ steps, x: n, y: pathError * LENGTH / n }))
              ),
            },
            mark: {
              type: "line",
              strokeWidth: 1.5,
              strokeDash: [4, 3],
              color: figureColours.muted,
            },
            encoding: {
              x: { field: "x", type: "quantitative" },
              y: { field: "y", type: "quantitative" },
              detail: { field: "steps" },
            },
          },
          {
            data: {
              values: points.map(({ steps, blockLength: n, pathError }) => ({
                steps: `T = ${steps}`,
                blockLength: n,
                pathError,
              })),
            },
            mark: { type: "point" },
            encoding: {
              x: {
                field: "blockLength",
                type: "quantitative",
                scale: { type: "log", base: 2, domain: [2, LENGTH] },
                axis: { title: "Block length n", values: [2, 8, 32, 128], format: "d" },
              },
              y: {
                field: "pathError",
                type: "quantitative",
                scale: { type: "log", domain: [0.01, 400], nice: false },
                axis: {
                  title: isFirst ? "Least path error (nats)" : null,
                  labels: isFirst,
                  format: "~g",
                  values: [0.01, 0.1, 1, 10, 100],
                },
              },
              ...seriesEncoding("steps", {
                values: shown.map((steps) => `T = ${steps}`),
                title: "Steps",
                ordered: true,
                by: "shape",
              }),
            },
          },
        ],
      };
    };
    return {
      title: "What blocks from left to right cost",
      caption:
        `Least path error in T steps of sequences of L = ${LENGTH} tokens, in blocks of n. The ` +
        "rightmost points are random order over the whole sequence; dashed: that error times L/n.",
      alt:
        "Three log-log panels: on news letters and a weak Potts chain the least error lies on lines " +
        "of slope -1 against the block length; on a strong chain it lies somewhat above them.",
      spec: { hconcat: [panel(NEWS, true), panel(WEAK, false), panel(STRONG, false)] },
    };
  },
};
