import { BadInput, shown } from "../bad_input.ts";
import { anyText, integer } from "../notation.ts";
import { readJsonFile } from "../read_json_file.ts";
import { type OpenedSource, type SourceKind, sourceKind } from "../source_kind.ts";
import { checkLimits } from "../source_limits.ts";

/** `curve`: an information curve from a file; no law is known, so nothing can be drawn from it. */
export const curveKind: SourceKind = sourceKind({
  name: "curve",
  summary: "an information curve from a file",
  keys: {
    file: { notation: anyText, help: "JSON [f(0), .., f(L-1)], or an answer of curve --json" },
    // No curve has length 0: it stands for a length that is not given.
    length: { notation: integer(1), help: "how many values there must be", default: 0 },
  },
  takesIsotonic: true,
  async open({ file, length: expected }, io, { isotonic }): Promise<OpenedSource> {
    const { array, lazy, looseObject, number, pipe, transform } = await import("valibot");
    const values = array(number("a number"), "an array of numbers");
    const answer = pipe(
      looseObject({ informationCurve: values }, "an array [f(0), .., f(L-1)]"),
      transform((document) => document.informationCurve),
    );
    const schema = lazy((contents) => Array.isArray(contents) ? values : answer);
    const { contents, sha256 } = await readJsonFile(file, { schema }, io);
    const { curveFromConditionalEntropies } = await import("@unmask/information");
    checkLimits({ length: contents.length, states: 1 });
    if (expected !== 0 && !(contents.length === expected)) {
      throw new BadInput(
        `Cannot read ${
          shown(file)
        }: values must be as many as the length ${expected}, got ${contents.length}`,
      );
    }
    const given = Float64Array.from(contents);
    const used = isotonic ? await flattened(given) : given;
    const altered = used.some((value, k) => value !== given[k]);
    const curve = curveFromConditionalEntropies(used);
    const { length } = curve;
    return {
      length,
      vocabularySize: null,
      findings: { sha256, length },
      curve: () => curve,
      ...(altered && {
        altered:
          "The given curve increases: this is about the nearest one that does not, its isotonic regression with equal weights.",
      }),
    };
  },
});

/** The nearest curve that does not increase; bad values are left for the curve to refuse. */
async function flattened(given: Float64Array): Promise<Float64Array> {
  if (!given.every((value) => value >= 0 && value < Infinity)) return given;
  const { isotonicRegression } = await import("@unmask/estimation");
  return isotonicRegression(given, new Float64Array(given.length).fill(1));
}
