import { BadInput, shown } from "../bad_input.ts";
import { anyText } from "../notation.ts";
import { readJsonFile } from "../read_json_file.ts";
import { type OpenedSource, type SourceKind, sourceKind } from "../source_kind.ts";
import { checkLimits } from "../source_limits.ts";

/** `table`: the weight of every sequence, from a file. */
export const tableKind: SourceKind = sourceKind({
  name: "table",
  summary: "any law: the weight of every sequence, from a file",
  keys: {
    file: {
      notation: anyText,
      help: 'JSON {"length", "states", "weights": [..]}, last token fastest',
    },
  },
  async open({ file }, io): Promise<OpenedSource> {
    const { array, check, number, pipe, strictObject } = await import("valibot");
    const weight = pipe(
      number("a number"),
      check((value) => value >= 0 && value < Infinity, "finite and at least 0"),
    );
    const count = pipe(
      number("a number"),
      check((value) => Number.isSafeInteger(value) && value >= 1, "an integer of at least 1"),
    );
    const schema = strictObject(
      { length: count, states: count, weights: array(weight, "an array of numbers") },
      'an object {"length", "states", "weights": [..]} and nothing else',
    );
    const { contents: { length, states, weights }, sha256 } = await readJsonFile(
      file,
      { schema },
      io,
    );
    checkLimits({ length, states });
    const cells = states ** length;
    if (weights.length !== cells) {
      throw new BadInput(
        `Cannot read ${
          shown(file)
        }: weights must be states^length = ${states}^${length} = ${cells} numbers, got ${weights.length}`,
      );
    }
    const { JointTable } = await import("@unmask/information");
    const law = JointTable.fromWeights(weights, { length, vocabularySize: states });
    return {
      length,
      vocabularySize: states,
      findings: { sha256, length, states },
      curve: () => law.informationCurve(),
      law,
      predictionCost: (masked) => length + masked * states ** masked,
    };
  },
});
