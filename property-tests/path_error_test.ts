import { pathError } from "@unmask/convergence";
import { exactPredictor, outputLaw } from "@unmask/diffusion";
import { curveFromConditionalEntropies } from "@unmask/information";
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
import { regressions } from "./regressions.ts";

/**
 * Path error from its definition: the mean over every ordered partition of the divergence of the
 * law from the law of the sampler's output.
 */
function pathErrorByDefinition(
  { source, sizes }: Case,
  law: typeof outputLaw = outputLaw,
): number {
  const target = buildSource(source);
  const naive = new NaiveLaw(target);
  const predictor = exactPredictor(target);
  let sum = 0;
  let orders = 0;
  for (const order of orderedPartitions(sizes)) {
    sum += naive.divergenceFrom(law(predictor, { order }), target.vocabularySize);
    orders++;
  }
  return sum / orders;
}

/** Divergences of up to 243 cells, each term within a few roundings of a value near 10 nats. */
const tolerance = { absolute: 1e-12, relative: 1e-12 };

testTheorem<Case>({
  name: "path error from the curve is the path error of the parallel sampler",
  arbitrary: arbitraryCase(),
  regressions,
  statement: (value) => {
    const curve = buildSource(value.source).informationCurve();
    assertClose(pathError(curve, value.sizes), pathErrorByDefinition(value), tolerance);
  },
  mutants: {
    "a serial fill": (value) => {
      const curve = buildSource(value.source).informationCurve();
      const serial = pathErrorByDefinition(value, serialOutputLaw);
      assertClose(pathError(curve, value.sizes), serial, tolerance);
    },
    "a schedule read in masking order": (value) => {
      const curve = buildSource(value.source).informationCurve();
      const reversed = value.sizes.toReversed();
      assertClose(pathError(curve, reversed), pathErrorByDefinition(value), tolerance);
    },
    "a curve shifted by one": (value) => {
      const { conditionalEntropies } = buildSource(value.source).informationCurve();
      const shifted = conditionalEntropies.map((_, k) =>
        conditionalEntropies[Math.min(k + 1, conditionalEntropies.length - 1)]!
      );
      const error = pathError(curveFromConditionalEntropies(shifted), value.sizes);
      assertClose(error, pathErrorByDefinition(value), tolerance);
    },
  },
});
