import { planFigure } from "@unmask/reporting";
import {
  arbitraryCurveCase,
  assertClose,
  type CurveCase,
  naivePathError,
  testTheorem,
} from "@unmask/testing";
import { regressions } from "./regressions.ts";

interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Area that the figure shades, by the shoelace formula over the outline of the filled layer. */
function shadedArea(curve: readonly number[], sizes: readonly number[]): number {
  const { spec } = planFigure({
    curve: curve.map((nats, revealed) => ({ revealed, nats })),
    schedules: [{ name: "this plan", sizes }],
    title: "a plan",
    caption: "",
  });
  const layers = spec["layer"] as unknown as {
    readonly data: { readonly values: readonly Corner[] };
    readonly mark: { readonly filled?: boolean };
  }[];
  const outline = layers.find(({ mark }) => mark.filled)!.data.values;
  const twice = outline.reduce((sum, { x, y }, i) => {
    const next = outline[(i + 1) % outline.length]!;
    return sum + x * next.y - next.x * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** The curve that has these informations: `f(k) = f(0) - Z_{k+1}`, ending at 1 nat. */
function curveOf({ tokenMutualInformation: z }: CurveCase): number[] {
  return z.map((value) => 1 + z.at(-1)! - value);
}

/** Twice 12 terms of at most 12 * 7, each within a rounding. */
const tolerance = { absolute: 1e-12, relative: 0 };

testTheorem<CurveCase>({
  name: "the area that the figure of a plan shades is the path error of its sizes",
  arbitrary: arbitraryCurveCase(),
  regressions,
  statement: (value) => {
    const curve = curveOf(value);
    const error = naivePathError(curve, value.sizes);
    assertClose(shadedArea(curve, value.sizes), error, tolerance);
  },
  mutants: {
    "a schedule read in masking order": (value) => {
      const curve = curveOf(value);
      const error = naivePathError(curve, value.sizes);
      assertClose(shadedArea(curve, value.sizes.toReversed()), error, tolerance);
    },
    "a curve shifted by one": (value) => {
      const curve = curveOf(value);
      const shifted = curve.map((nats, k) => curve[k + 1] ?? nats);
      const error = naivePathError(curve, value.sizes);
      assertClose(shadedArea(shifted, value.sizes), error, tolerance);
    },
    "the curve as a line through its points": (value) => {
      const curve = curveOf(value);
      // Trapezes in place of steps: half of every drop is missing below the line.
      const missing = (curve[0]! - curve.at(-1)!) / 2;
      const error = naivePathError(curve, value.sizes) + missing;
      assertClose(shadedArea(curve, value.sizes), error, tolerance);
    },
  },
});
