import { pathError } from "@unmask/convergence";
import {
  exactPredictor,
  type MaskPredictor,
  ngramPredictor,
  noisyLogits,
  outputLaw,
  tempered,
  trainingError,
  uniformMixture,
} from "@unmask/diffusion";
import type { Source } from "@unmask/information";
import {
  arbitraryCase,
  assertClose,
  buildSource,
  type Case,
  NaiveLaw,
  orderedPartitions,
  serialOutputLaw,
  testTheorem,
} from "@unmask/testing";
import fc from "fast-check";
import { regressions } from "./regressions.ts";

/** A way to be wrong, as plain data. */
type Departure =
  | { readonly kind: "mixture"; readonly share: number }
  | { readonly kind: "tempered"; readonly temperature: number }
  | { readonly kind: "noisy"; readonly scale: number; readonly seed: number }
  | { readonly kind: "ngram"; readonly order: number };

/** A law, a schedule and a predictor that departs from the exact one. */
interface Learned extends Case {
  readonly departure: Departure;
}

const departure: fc.Arbitrary<Departure> = fc.oneof(
  fc.record({ kind: fc.constant("mixture"), share: fc.constantFrom(0, 0.01, 0.5, 1) }),
  // Sharper ones leave the range of doubles where a law has tokens of probability 1e-60.
  fc.record({ kind: fc.constant("tempered"), temperature: fc.constantFrom(0.8, 1, 1.5, 50) }),
  fc.record({
    kind: fc.constant("noisy"),
    scale: fc.constantFrom(0, 0.1, 1, 3),
    seed: fc.constantFrom(0, 1, 2 ** 53 - 1),
  }),
  fc.record({ kind: fc.constant("ngram"), order: fc.nat({ max: 4 }) }),
);

const learned = fc.tuple(arbitraryCase(), departure)
  .map(([value, departure]): Learned => ({ ...value, departure }));

function predictorOf(law: Source, departure: Departure): MaskPredictor {
  const exact = exactPredictor(law);
  switch (departure.kind) {
    case "mixture":
      return uniformMixture(exact, departure);
    case "tempered":
      return tempered(exact, departure);
    case "noisy":
      return noisyLogits(exact, departure);
    case "ngram":
      return ngramPredictor(law, { order: Math.min(departure.order, law.length - 1) });
  }
}

/** The mean over ordered partitions of the divergence of the law from the sampler's output. */
function byDefinition(
  law: Source,
  options: { predictor: MaskPredictor; sizes: readonly number[]; output: typeof outputLaw },
): number {
  const naive = new NaiveLaw(law);
  const divergences = [...orderedPartitions(options.sizes)].map((order) =>
    naive.divergenceFrom(options.output(options.predictor, { order }), law.vocabularySize)
  );
  return divergences.reduce((sum, value) => sum + value, 0) / divergences.length;
}

/** What a mutant changes. */
interface Reading {
  readonly output?: typeof outputLaw;
  readonly trainingSizes?: (sizes: readonly number[]) => readonly number[];
  readonly trainingPredictor?: (predictor: MaskPredictor) => MaskPredictor;
  readonly samplingError?: number;
}

function assertDecomposition(value: Learned, reading: Reading = {}): void {
  const law = buildSource(value.source);
  const predictor = predictorOf(law, value.departure);
  const { output = outputLaw, trainingSizes = (sizes) => sizes } = reading;
  const { trainingPredictor = (predictor) => predictor } = reading;
  const sampling = reading.samplingError ?? pathError(law.informationCurve(), value.sizes);
  const training = trainingError(law, {
    predictor: trainingPredictor(predictor),
    sizes: trainingSizes(value.sizes),
  });
  // Divergences of up to 243 cells, each term within a few roundings of a value near 100 nats.
  assertClose(
    sampling + training,
    byDefinition(law, { predictor, sizes: value.sizes, output }),
    { absolute: 1e-11, relative: 1e-12 },
  );
}

testTheorem<Learned>({
  name: "the path error of a learned predictor is EKL plus trainingError()",
  arbitrary: learned,
  regressions,
  statement: (value) => assertDecomposition(value),
  mutants: {
    "a serial fill": (value) => assertDecomposition(value, { output: serialOutputLaw }),
    "a training error that does not depend on the schedule": (value) =>
      assertDecomposition(value, { trainingSizes: (sizes) => sizes.flatMap(ones) }),
    "a schedule read in masking order": (value) =>
      assertDecomposition(value, { trainingSizes: (sizes) => sizes.toReversed() }),
    "the training error of a predictor a little more uniform": (value) =>
      assertDecomposition(value, {
        trainingPredictor: (predictor) => uniformMixture(predictor, { share: 0.001 }),
      }),
    "no sampling error": (value) => assertDecomposition(value, { samplingError: 0 }),
  },
});

function ones(size: number): number[] {
  return new Array<number>(size).fill(1);
}
