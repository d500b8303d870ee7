import { max, min } from "simple-statistics";
import type { Cell, ClaimMaker, Judgement } from "../claim_maker.ts";
import { exactRuns } from "./exact_runs.ts";
import { faults, faultyRuns } from "./faulty_runs.ts";
import { trainingErrorFigure } from "./figure.ts";
import { longRun, SEED } from "./long_runs.ts";
import { LENGTH, predictorNames, type Result, steps } from "./result.ts";

/** Standard errors within which two ways to one number must agree: in 40 pairs, a false alarm in 400. */
const AGREEMENT = 4;

/** The rounding of 256 logarithms, where a path error is the same along every path. */
const ROUNDING = 1e-9;

/** Steps at which the error levels off, as the claim says. */
const knees = { "temperature 0.5": 8, "10% guesses": 24, "noise of 0.3": 48 } as const;

/** What a wrong predictor adds to the path error, and where that stops it from falling. */
export const trainingErrorFloor: ClaimMaker<Result> = {
  key: "training-error-floor",
  seed: SEED,
  columns: [
    { key: "part", label: "Row" },
    { key: "run", label: "Predictor, or fault" },
    { key: "steps", label: "Steps T" },
    { key: "samplingError", label: "Sampling error", unit: "nats" },
    { key: "trainingError", label: "Training error", unit: "nats" },
    { key: "trainingStandardError", label: "Its standard error", unit: "nats" },
    { key: "measured", label: "Path error, another way", unit: "nats" },
    { key: "measuredStandardError", label: "Its standard error", unit: "nats" },
    { key: "signatures", label: "Failure signatures" },
  ],
  cells: [
    { label: "5 tokens, all orders", results: exactRuns },
    { label: "seeded faults", results: faultyRuns },
    ...predictorNames.flatMap((run) =>
      steps.map((count): Cell<Result> => ({
        label: `${run}, ${count} steps`,
        results: () => [longRun(run, count)],
      }))
    ),
  ],

  judge(rows): Judgement {
    const pairs = rows.filter(({ measured, trainingError }) =>
      measured !== null && trainingError !== null
    );
    const statistics = {
      largestExactGap: max(
        pairs.filter(({ part }) => part === "exact").map((row) => Math.abs(gapOf(row))),
      ),
      largestStandardScore: max(
        pairs.filter(({ part }) => part === "estimate").map((row) =>
          Math.max(0, Math.abs(gapOf(row)) - ROUNDING) / (doubtOf(row) + Number.MIN_VALUE)
        ),
      ),
      temperatureKnee: kneeOf(rows, "temperature 0.5"),
      tenPercentKnee: kneeOf(rows, "10% guesses"),
      noiseKnee: kneeOf(rows, "noise of 0.3"),
      onePercentKnee: kneeOf(rows, "1% guesses"),
      leastShareLeft: min(Object.keys(knees).map((run) => shareLeft(rows, run))),
      floorsMisnamed: rows.filter(isFloorMisnamed).length,
      faultsMisnamed:
        rows.filter(({ part, run, signatures }) => part === "fault" && signatures !== faults[run])
          .length,
    };
    const holds = statistics.largestExactGap <= 1e-12 &&
      statistics.largestStandardScore <= AGREEMENT &&
      Object.entries(knees).every(([run, knee]) => kneeOf(rows, run) === knee) &&
      statistics.onePercentKnee === LENGTH && statistics.leastShareLeft > 0.5 &&
      statistics.floorsMisnamed === 0 && statistics.faultsMisnamed === 0;
    return {
      verdict: holds ? "holds" : "refuted",
      evidence: `sampling plus training error is the path error to ${
        statistics.largestExactGap.toExponential(0)
      } nats on 5 tokens, and within ${
        statistics.largestStandardScore.toFixed(1)
      } standard errors on ${LENGTH}; from the knees on, ${
        (100 * statistics.leastShareLeft).toFixed(0)
      }% or more remains in ${LENGTH} steps`,
      statistics,
    };
  },

  figure: trainingErrorFigure,
};

function gapOf({ measured, samplingError, trainingError }: Result): number {
  return measured! - samplingError - trainingError!;
}

function doubtOf({ measuredStandardError, trainingStandardError }: Result): number {
  return Math.hypot(measuredStandardError ?? 0, trainingStandardError ?? 0);
}

function longRows(rows: readonly Result[], run: string): Result[] {
  return rows.filter((row) => row.part === "estimate" && row.run === run);
}

/** The fewest steps from which on the floor is named at every number of steps. */
function kneeOf(rows: readonly Result[], run: string): number {
  const own = longRows(rows, run);
  const last = own.findLastIndex(({ signatures }) => signatures !== "training-error-floor");
  return own[last + 1]?.steps ?? Infinity;
}

/** What of the error at the knee one token at a time still has. */
function shareLeft(rows: readonly Result[], run: string): number {
  const own = longRows(rows, run);
  const knee = own.find(({ steps }) => steps === kneeOf(rows, run));
  return knee === undefined ? 0 : totalOf(own.at(-1)!) / totalOf(knee);
}

function totalOf({ samplingError, trainingError }: Result): number {
  return samplingError + trainingError!;
}

/** Whether the floor is named where the training error is not clearly the larger, or the reverse. */
function isFloorMisnamed(row: Result): boolean {
  if (row.trainingError === null) return false;
  const least = row.trainingError - AGREEMENT * (row.trainingStandardError ?? 0);
  return row.signatures.includes("training-error-floor") !==
    (least - row.samplingError > ROUNDING);
}
