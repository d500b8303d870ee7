import { anyText } from "../notation.ts";
import { readJsonFile } from "../read_json_file.ts";
import { type OpenedSource, type SourceKind, sourceKind } from "../source_kind.ts";
import { checkLimits } from "../source_limits.ts";

/** `curve`: an information curve from a file; no law is known, so nothing can be drawn from it. */
export const curveKind: SourceKind = sourceKind({
  name: "curve",
  summary: "an information curve from a file",
  keys: {
    file: { notation: anyText, help: "JSON [f(0), .., f(L-1)], or an answer of curve --json" },
  },
  async open({ file }, io): Promise<OpenedSource> {
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
    const curve = curveFromConditionalEntropies(contents);
    const { length } = curve;
    return { length, vocabularySize: null, findings: { sha256, length }, curve: () => curve };
  },
});
