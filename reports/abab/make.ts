import { pathError } from "@unmask/convergence";
import { endpointLaw, exactPredictor, outputLaw } from "@unmask/diffusion";
import { JointTable, klDivergence } from "@unmask/information";
import { type MaskSizes, maskSizes } from "@unmask/schedules";
import { max } from "simple-statistics";
import type { ClaimMaker, Judgement } from "../claim_maker.ts";
import { compositions } from "../compositions.ts";
import { ababFigure } from "./figure.ts";
import { ANY, LENGTH, type Result, SERIAL, shownFamilies } from "./result.ts";

const SPACE = { length: LENGTH, vocabularySize: 2 } as const;

/** ABABABAB and BABABABA as cells of a table, A = 0 and B = 1, last token fastest. */
const ABAB = 0b01010101;
const BABA = 0b10101010;

/** Rounding of a sum of 256 masses; path and endpoint errors are held to the same. */
const ROUNDING = 1e-12;

/** What parallel drawing makes of a law of two sequences. */
export const abab: ClaimMaker<Result> = {
  key: "abab",
  seed: null,
  columns: [
    { key: "schedule", label: "Schedule" },
    { key: "steps", label: "Steps" },
    { key: "sizes", label: "Sizes" },
    { key: "first", label: "First set", unit: "tokens" },
    { key: "valid", label: "Valid" },
    { key: "pathError", label: "Path error", unit: "nats" },
    { key: "endpointError", label: "Endpoint error", unit: "nats" },
    { key: "wrong1", label: "1 wrong" },
    { key: "wrong2", label: "2 wrong" },
    { key: "wrong3", label: "3 wrong" },
    { key: "wrong4", label: "4 wrong" },
  ],
  cells: [
    {
      label: "families",
      results: () =>
        shownFamilies.flatMap((family) =>
          Array.from(
            { length: LENGTH },
            (_, i) => parallel(family.name, family.sizes({ length: LENGTH, steps: i + 1 })),
          )
        ),
    },
    {
      label: "every schedule",
      results: () => Array.from(compositions(LENGTH), (sizes) => parallel(ANY, sizes)),
    },
    { label: "serial fill", results: () => [serial()] },
  ],

  judge(rows): Judgement {
    const drawn = rows.filter(({ schedule }) => schedule !== SERIAL);
    const control = rows.find(({ schedule }) => schedule === SERIAL)!;
    const statistics = {
      schedules: new Set(drawn.map(({ sizes }) => sizes)).size,
      largestValidGap: max(drawn.map(({ valid, first }) => Math.abs(valid - 2 ** (1 - first)))),
      largestErrorGap: max(
        drawn.flatMap(({ pathError, endpointError, first }) =>
          [pathError, endpointError].map((error) => Math.abs(error - (first - 1) * Math.LN2))
        ),
      ),
      oneShotValid: drawn.find(({ steps }) => steps === 1)!.valid,
      oneThenSevenValid: drawn.find(({ sizes }) => sizes === "1, 7")!.valid,
      serialValid: control.valid,
    };
    const holds = statistics.schedules === 2 ** (LENGTH - 1) &&
      statistics.largestValidGap <= ROUNDING && statistics.largestErrorGap <= ROUNDING &&
      Math.abs(statistics.serialValid - 1) <= ROUNDING;
    return {
      verdict: holds ? "holds" : "refuted",
      evidence: `${statistics.schedules} schedules: ${
        percent(statistics.oneShotValid)
      } valid in one shot, ${
        percent(statistics.oneThenSevenValid)
      } in one token and then seven; shares and errors off the formulas by at most ${
        max([statistics.largestValidGap, statistics.largestErrorGap]).toExponential(0)
      }; the serial fill, which is not parallel, is ${percent(statistics.serialValid)} valid`,
      statistics,
    };
  },

  figure: ababFigure,
};

const law = JointTable.fromWeights(
  Array.from({ length: 2 ** LENGTH }, (_, cell) => cell === ABAB || cell === BABA ? 1 : 0),
  SPACE,
);
const predictor = exactPredictor(law);
const curve = law.informationCurve();

/** What the parallel sampler makes with the given sizes. */
function parallel(schedule: string, sizes: MaskSizes): Result {
  const drawn = endpointLaw(predictor, { sizes });
  return {
    schedule,
    ...described(sizes),
    ...outcomes(drawn),
    pathError: pathError(curve, sizes),
    endpointError: klDivergence(law.probabilities, drawn),
  };
}

/**
 * The control: all eight tokens in one step, but each drawn after the last was seen. Its law is that
 * of one token a step, in any order.
 */
function serial(): Result {
  const order = Array.from({ length: LENGTH }, (_, position) => Int32Array.of(position));
  const drawn = outputLaw(predictor, { order });
  const error = klDivergence(law.probabilities, drawn);
  return {
    schedule: SERIAL,
    ...described(maskSizes([LENGTH], { length: LENGTH })),
    ...outcomes(drawn),
    pathError: error,
    endpointError: error,
  };
}

function described(sizes: MaskSizes): Pick<Result, "steps" | "sizes" | "first"> {
  return { steps: sizes.length, sizes: [...sizes].join(", "), first: sizes[0]! };
}

/** Shares of samples by the number of tokens to change until the sequence is valid. */
function outcomes(
  drawn: Float64Array,
): Pick<Result, "valid" | "wrong1" | "wrong2" | "wrong3" | "wrong4"> {
  const shares = new Float64Array(LENGTH / 2 + 1);
  drawn.forEach((mass, cell) => {
    shares[Math.min(ones(cell ^ ABAB), ones(cell ^ BABA))]! += mass;
  });
  const [valid, wrong1, wrong2, wrong3, wrong4] = shares as unknown as number[];
  return { valid: valid!, wrong1: wrong1!, wrong2: wrong2!, wrong3: wrong3!, wrong4: wrong4! };
}

function ones(bits: number): number {
  return bits.toString(2).replaceAll("0", "").length;
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))}%`;
}
