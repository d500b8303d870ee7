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
  isCurveOnly: true,
  async open({ file, length: expected }, io, { isotonic }): Promise<OpenedSource> {
    const { array, boolean, lazy, looseObject, number, optional, pipe, transform } = await import(
      "valibot"
    );
    const values = array(number("a number"), "an array of numbers");
    const list = pipe(values, transform((entries) => ({ entries, exact: true })));
    const answer = pipe(
      looseObject(
        { informationCurve: values, exact: optional(boolean("true or false"), true) },
        "an array [f(0), .., f(L-1)]",
      ),
      transform(({ informationCurve, exact }) => ({ entries: informationCurve, exact })),
    );
    const schema = lazy((contents) => Array.isArray(contents) ? list : answer);
    const { contents: { entries, exact }, sha256 } = await readJsonFile(file, { schema }, io);
    const { length } = entries;
    checkLimits({ length, states: 1 });
    const refuse = (rule: string): never => {
      throw new BadInput(`Cannot read ${shown(file)}: ${rule}`);
    };
    if (expected !== 0 && !(length === expected)) {
      refuse(`values must be as many as the length ${expected}, got ${length}`);
    }
    const { CURVE_TOLERANCE, curveFromConditionalEntropies } = await import("@unmask/information");
    const given = Float64Array.from(entries);
    if (length === 0) refuse("it must have at least 1 value, got 0");
    const bad = given.findIndex((value) => !(value >= -CURVE_TOLERANCE && value < Infinity));
    if (bad >= 0) {
      refuse(`every value must be finite and at least 0, got f(${bad}) = ${given[bad]}`);
    }
    // A file says what it means to its last digits: rounding is relative to its own values.
    const rise = given.findIndex((value, k) => value - given[k - 1]! > CURVE_TOLERANCE * given[0]!);
    if (rise >= 0 && !isotonic) {
      refuse(
        `the curve must not increase, got f(${rise}) = ${given[rise]} after ${
          given[rise - 1]
        }; --isotonic uses the nearest curve that does not`,
      );
    }
    const used = isotonic ? await flattened(given) : given;
    const flat = used.some((value, k) => value !== given[k]);
    const curve = curveFromConditionalEntropies(used);
    const altered = [
      ...(exact ? [] : ["The file's curve is an estimate: errors are those of its fit."]),
      ...(flat
        ? [
          "The given curve increases: this is about the nearest one that does not, its isotonic regression with equal weights.",
        ]
        : []),
    ].join(" ");
    return {
      length,
      vocabularySize: null,
      findings: { sha256, length },
      curve: () => curve,
      ...(altered !== "" && { altered }),
    };
  },
});

/** The nearest curve that does not increase. */
async function flattened(given: Float64Array): Promise<Float64Array> {
  const { isotonicRegression } = await import("@unmask/estimation");
  const { length } = given;
  return isotonicRegression(
    given.map((value) => Math.max(0, value)),
    new Float64Array(length).fill(1),
  );
}
