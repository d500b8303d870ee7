import { pathError } from "@unmask/convergence";
import { endpointError, exactPredictor } from "@unmask/diffusion";
import { scheduleFamilies } from "@unmask/schedules";
import { buildSource, naivePathError, type ReferenceCase, referenceCases } from "@unmask/testing";
import type { ExpectedFigure, ScienceBenchmark, ScienceFigure } from "../science_benchmark.ts";
import { type StandardLaw, standardLaws } from "../standard_laws.ts";

/** Steps in which every family is priced. */
const STEPS = 8;

/** A few roundings of curve values of a few nats; errors of 0 come out as exactly that, or nearly. */
const rounding = { relative: 1e-12, absolute: 1e-14 };

/** Path and endpoint errors where the digits are known, and of every family on the standard laws. */
export const science: ScienceBenchmark = {
  name: "errors",
  title: `errors of given sizes, and of the schedule families in ${STEPS} steps`,
  async figures(): Promise<readonly ScienceFigure[]> {
    const cases = await referenceCases();
    return [...cases.flatMap(knownErrors), ...standardLaws().flatMap(familyErrors)];
  },
};

function knownErrors({ name, source: spec, schedules }: ReferenceCase): ScienceFigure[] {
  const source = buildSource(spec);
  const curve = source.informationCurve();
  const predictor = exactPredictor(source);
  return schedules.flatMap(({ sizes, pathError: path, endpointError: endpoint }) => {
    const label = `${name}, sizes ${sizesText(sizes)}`;
    const known = (digits: string): ExpectedFigure => ({
      value: Number(digits),
      ...rounding,
      from: "enumeration in 50 digits",
    });
    const figures: ScienceFigure[] = [{
      label: `${label}: path error`,
      value: pathError(curve, sizes),
      unit: "nats",
      expected: known(path),
    }];
    if (endpoint !== undefined) {
      figures.push({
        label: `${label}: endpoint error`,
        value: endpointError(source, { predictor, sizes }),
        unit: "nats",
        expected: known(endpoint),
      });
    }
    return figures;
  });
}

function sizesText(sizes: readonly number[]): string {
  return sizes.length <= 8 ? sizes.join("+") : `${sizes[0]}+.. in ${sizes.length}`;
}

function familyErrors({ name, curve, length }: StandardLaw): ScienceFigure[] {
  const { conditionalEntropies: f } = curve;
  // The staircase loses what it cancels: H(X) is up to L f(0).
  const cancelled = 1e-15 * length * f[0]!;
  return scheduleFamilies.map((family): ScienceFigure => {
    const sizes = family.sizes({ length, steps: STEPS });
    return {
      label: `${name}, ${family.name}: path error`,
      value: pathError(curve, sizes),
      unit: "nats",
      expected: {
        value: naivePathError(f, sizes),
        relative: 1e-12,
        absolute: cancelled,
        from: "the staircase less H(X)",
      },
    };
  });
}
