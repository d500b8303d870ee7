import { max, min } from "simple-statistics";
import type { ClaimMaker, Judgement } from "../claim_maker.ts";
import { powersOfTwo } from "../powers_of_two.ts";
import { pathAndEndpointFigure } from "./figure.ts";
import {
  CHAIN,
  longCouplings,
  type Result,
  samplers,
  shownCouplings,
  shownSteps,
  WEAK,
} from "./result.ts";
import {
  chainRow,
  codeRows,
  longChainRow,
  rareRow,
  SEED,
  tiedLengthRow,
  tiedStepsRows,
} from "./rows.ts";

/** Couplings of both signs at which a few steps are compared. */
const couplings = [-4, -3, -2, -1, -0.5, -WEAK, WEAK, 0.5, 1, 2, 3, 4, 5];

/** How rare the rare state is: each time 10,000 times as rare as before. */
const rarities = [1e-4, 1e-8, 1e-12];

/** Rounding of errors, in nats a token. */
const ROUNDING = 1e-12;

/** How much the theorems' error overstates that of samples. */
export const pathAndEndpoint: ClaimMaker<Result> = {
  key: "path-and-endpoint",
  seed: SEED,
  columns: [
    { key: "part", label: "Varies" },
    { key: "law", label: "Law" },
    { key: "parameter", label: "Coupling, or rarity" },
    { key: "length", label: "Tokens" },
    { key: "steps", label: "Steps" },
    { key: "sizes", label: "Sizes" },
    { key: "oneOverTogether", label: "1 / c" },
    { key: "pathError", label: "Path error", unit: "nats" },
    { key: "endpointError", label: "Endpoint error", unit: "nats" },
    { key: "standardError", label: "Standard error", unit: "nats" },
    { key: "ratio", label: "Ratio" },
  ],
  cells: [
    ...shownCouplings.map((coupling) => ({
      label: `steps at J = ${coupling}`,
      results: (): Result[] =>
        Array.from(
          { length: CHAIN.length - 1 },
          (_, i) => chainRow("steps", { coupling, steps: i + 1 }),
        ),
    })),
    {
      label: "couplings",
      results: () =>
        shownSteps.flatMap((steps) =>
          couplings.map((coupling) => chainRow("coupling", { coupling, steps }))
        ),
    },
    { label: "codes", results: codeRows },
    ...longCouplings.map((coupling) => ({
      label: `lengths at J = ${coupling}`,
      results: (): Result[] =>
        [2, 4, 6, 8, 10, 16, 32, 64].map((length) => longChainRow({ coupling, length })),
    })),
    {
      label: "lengths of tied bits",
      results: () => powersOfTwo(4, 4096).map(tiedLengthRow),
    },
    {
      label: "steps of tied bits",
      results: () => powersOfTwo(1, 1024).flatMap(tiedStepsRows),
    },
    { label: "rare states", results: () => rarities.map(rareRow) },
  ],

  judge(rows): Judgement {
    const part = (name: string): Result[] => rows.filter((row) => row.part === name);
    const gap = (row: Result): number => Math.abs(row.pathError - row.endpointError) / row.length;
    const weak = part("steps").filter(({ parameter }) => parameter === WEAK);
    const tied = part("tied").filter(({ steps }) => steps > 1);
    const long = part("length").filter(({ sizes }) => sizes === samplers.grid);
    const at = (length: number, coupling: number): Result =>
      long.find((row) => row.length === length && row.parameter === coupling)!;
    const changes = longCouplings.map((coupling) =>
      at(64, coupling).ratio! / at(8, coupling).ratio!
    );
    const rare = part("rare").map((row) => row.ratio!);
    const statistics = {
      codeSchedules: part("codes").length,
      largestCodeGap: max(part("codes").map(gap)),
      largestOneShotGap: max(rows.filter(({ steps }) => steps === 1).map(gap)),
      weakFrom: min(weak.map((row) => row.ratio!)),
      weakTo: max(weak.map((row) => row.ratio!)),
      largestWeakGap: max(weak.map((row) => Math.abs(row.ratio! / row.oneOverTogether! - 1))),
      leastTied: min(tied.map((row) => row.ratio!)),
      largestTied: max(tied.map((row) => row.ratio!)),
      leastChange: min(changes),
      largestChange: max(changes),
      firstRareStep: rare[1]! - rare[0]!,
      lastRareStep: rare[2]! - rare[1]!,
      rarest: rare[2]!,
    };
    const holds = statistics.largestCodeGap <= ROUNDING &&
      statistics.largestOneShotGap <= ROUNDING &&
      statistics.largestWeakGap <= 0.03 &&
      statistics.leastTied >= 1.2 && statistics.largestTied <= 1.39 &&
      statistics.leastChange >= 0.8 && statistics.largestChange <= 1.1 &&
      statistics.firstRareStep >= 4 && statistics.lastRareStep >= 4;
    return {
      verdict: holds ? "holds" : "refuted",
      evidence: `${statistics.codeSchedules} schedules on codes without a gap; weak chains ${
        statistics.weakFrom.toFixed(2)
      } to ${statistics.weakTo.toFixed(1)}, off 1/c by at most ${
        (100 * statistics.largestWeakGap).toFixed(1)
      }%; tied bits ${statistics.leastTied.toFixed(3)} to ${
        statistics.largestTied.toFixed(3)
      }; from 8 to 64 tokens times ${statistics.leastChange.toFixed(2)} to ${
        statistics.largestChange.toFixed(2)
      }; a state of probability 1e-12 ${statistics.rarest.toFixed(1)}`,
      statistics,
    };
  },

  figure: pathAndEndpointFigure,
};
