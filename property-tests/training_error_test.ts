import { bounds, pathError } from "@unmask/convergence";
import {
  exactPredictor,
  type MaskPredictor,
  outputLaw,
  trainingError as exportedTrainingError,
} from "@unmask/diffusion";
import { maskSizes } from "@unmask/schedules";
import {
  arbitraryCase,
  assertClose,
  buildSource,
  type Case,
  NaiveLaw,
  orderedPartitions,
  serialOutputLaw,
  subsets,
  testTheorem,
} from "@unmask/testing";
import fc from "fast-check";
import { EnumeratedLaw } from "./enumerated_law.ts";
import { assertAtMost } from "./law_or_curve.ts";
import { regressions } from "./regressions.ts";

/**
 * How a predictor departs from the exact one: tempered, then mixed with the uniform law.
 *
 * Only temperatures that flatten: those that sharpen a probability of 1e-60 leave the range of
 * doubles once five of them are multiplied.
 */
interface Perturbation {
  /** Exponent of the probabilities, in `(0, 1]`. */
  readonly power: number;
  /** Weight of the uniform law, in `[0, 1]`. */
  readonly uniform: number;
}

/** A law, a schedule and a learned predictor. */
interface Learned extends Case {
  readonly perturbation: Perturbation;
}

const learned = fc.tuple(
  arbitraryCase(),
  fc.record({
    power: fc.constantFrom(1, 3 / 4, 1 / 2, 1 / 4),
    uniform: fc.constantFrom(0, 1 / 8, 1 / 2, 1),
  }),
).map(([value, perturbation]): Learned => ({ ...value, perturbation }));

function perturb(row: readonly number[], { power, uniform }: Perturbation): number[] {
  const tempered = row.map((mass) => mass ** power);
  const total = tempered.reduce((sum, mass) => sum + mass, 0);
  return tempered.map((mass) => (1 - uniform) * mass / total + uniform / row.length);
}

/** The exact predictor, each row perturbed. */
function perturbedPredictor(exact: MaskPredictor, perturbation: Perturbation): MaskPredictor {
  const { length, vocabularySize } = exact;
  return {
    length,
    vocabularySize,
    predict(state, positions, out): void {
      exact.predict(state, positions, out);
      for (let row = 0; row < positions.length; row++) {
        const from = row * vocabularySize;
        out.set(perturb([...out.subarray(from, from + vocabularySize)], perturbation), from);
      }
    },
  };
}

/** The mean over ordered partitions of the divergence of the law from the sampler's output. */
function pathErrorByDefinition(value: Learned, law: typeof outputLaw = outputLaw): number {
  const target = buildSource(value.source);
  const naive = new NaiveLaw(target);
  const predictor = perturbedPredictor(exactPredictor(target), value.perturbation);
  let sum = 0;
  let orders = 0;
  for (const order of orderedPartitions(value.sizes)) {
    sum += naive.divergenceFrom(law(predictor, { order }), target.vocabularySize);
    orders++;
  }
  return sum / orders;
}

/** What a mutant changes in Definition 1. */
interface Reading {
  /** Sizes counted from the mask: `s_1` is revealed last. */
  readonly maskingOrder?: boolean;
  /** `P(tau = t)`, given `s_t`, `L` and `T`. */
  readonly weight?: (size: number, length: number, steps: number) => number;
  /** The factor before the sum over masked tokens, given `L` and `|M|`. */
  readonly factor?: (length: number, masked: number) => number;
}

/**
 * Definition 1, by enumeration of every step, masked set and sequence:
 *
 *     eps_train = E_{tau, X, M_tau} [ (L/|M_tau|) sum_{i in M_tau} ln(p*_i / phat_i)(X_i | X_tau) ],
 *     P(tau = t) = s_t / L,   |M_t| = s_1 + .. + s_t
 */
function trainingError({ source, sizes, perturbation }: Learned, reading: Reading = {}): number {
  const {
    maskingOrder = true,
    weight = (size, length) => size / length,
    factor = (length, masked) => length / masked,
  } = reading;
  const law = new EnumeratedLaw(buildSource(source));
  const { length } = source;
  const all = Array.from({ length }, (_, i) => i);
  const paperSizes = maskingOrder ? sizes.toReversed() : sizes;
  let masked = 0;
  let error = 0;
  for (const size of paperSizes) {
    masked += size;
    const sets = [...subsets(all, masked)];
    let sum = 0;
    for (const set of sets) {
      const revealed = all.filter((i) => !set.includes(i));
      for (const { tokens, mass } of law.cells) {
        for (const i of set) {
          const exact = law.conditional(i, { tokens, revealed });
          const token = tokens[i]!;
          sum += mass * Math.log(exact[token]! / perturb(exact, perturbation)[token]!);
        }
      }
    }
    error += weight(size, length, sizes.length) * factor(length, masked) * sum / sets.length;
  }
  return error;
}

/** Divergences of up to 243 cells, each term within a few roundings of a value near 100 nats. */
const tolerance = { absolute: 1e-11, relative: 1e-12 };

testTheorem<Learned>({
  name: "a learned predictor's path error is the exact one plus eps_train of Definition 1",
  arbitrary: learned,
  regressions,
  statement: (value) => assertTotal(value, {}),
  mutants: {
    "uniform steps for P(tau = t) = s_t / L": (value) =>
      assertTotal(value, { weight: (_size, _length, steps) => 1 / steps }),
    "the mean over masked tokens without the factor L": (value) =>
      assertTotal(value, { factor: (_length, masked) => 1 / masked }),
    "the sum over masked tokens without 1/|M|": (value) => assertTotal(value, { factor: () => 1 }),
    "a schedule read in masking order": (value) => assertTotal(value, { maskingOrder: false }),
    "a serial fill": (value) => assertTotal(value, {}, serialOutputLaw),
  },
});

function assertTotal(value: Learned, reading: Reading, law: typeof outputLaw = outputLaw): void {
  const curve = buildSource(value.source).informationCurve();
  const total = pathError(curve, value.sizes) + trainingError(value, reading);
  assertClose(total, pathErrorByDefinition(value, law), tolerance);
}

testTheorem<Learned>({
  name: "trainingError() is eps_train of Definition 1",
  arbitrary: learned,
  regressions,
  statement: (value) => assertExported(value, {}),
  mutants: {
    "uniform steps for P(tau = t) = s_t / L": (value) =>
      assertExported(value, { weight: (_size, _length, steps) => 1 / steps }),
    "the sum over masked tokens without 1/|M|": (value) =>
      assertExported(value, { factor: () => 1 }),
    "a schedule read in masking order": (value) => assertExported(value, { maskingOrder: false }),
  },
});

function assertExported(value: Learned, reading: Reading): void {
  const law = buildSource(value.source);
  const predictor = perturbedPredictor(exactPredictor(law), value.perturbation);
  const error = exportedTrainingError(law, { predictor, sizes: value.sizes });
  assertClose(error, trainingError(value, reading), tolerance);
}

testTheorem<Learned>({
  name: "every upper bound that applies holds for a learned predictor with eps_train added",
  arbitrary: learned,
  regressions,
  statement: (value) => assertBounds(value, trainingError(value)),
  mutants: {
    "no eps_train": (value) => assertBounds(value, 0),
    "half of eps_train": (value) => assertBounds(value, trainingError(value) / 2),
  },
});

function assertBounds(value: Learned, added: number): void {
  const curve = buildSource(value.source).informationCurve();
  const sizes = maskSizes(value.sizes);
  const error = pathErrorByDefinition(value);
  for (const bound of bounds) {
    if (bound.kind !== "upper" || !bound.applies(sizes)) continue;
    assertAtMost(error, bound.evaluate(curve, sizes) + added);
  }
}
