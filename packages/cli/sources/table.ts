import { BadInput, shown } from "../bad_input.ts";
import { curveWorkers } from "../curve_workers.ts";
import { anyText } from "../notation.ts";
import { readJsonFile } from "../read_json_file.ts";
import { type OpenedSource, type SourceKind, sourceKind } from "../source_kind.ts";
import { checkLimits } from "../source_limits.ts";

/** Most operations spent on the curves of blocks of a table, about half a minute. */
const BLOCK_COST_LIMIT = 2 ** 32;

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
    const { checkBlocks, enumeratedBlockCurves, JointTable } = await import("@unmask/information");
    const law = JointTable.fromWeights(weights, { length, vocabularySize: states });
    return {
      length,
      vocabularySize: states,
      findings: { sha256, length, states },
      curve: async () => {
        const { curveInWorkers } = await import("@unmask/information/workers");
        return await curveInWorkers(law, { workers: curveWorkers() });
      },
      blockCurves: (lengths) => {
        checkBlocks(lengths, length);
        const subsets = lengths.reduce((sum, tokens) => sum + 2 ** tokens, 0);
        if (!(subsets * cells * length <= BLOCK_COST_LIMIT)) {
          throw new BadInput(
            `Cannot enumerate the curves of blocks: subsets times cells times length must be at most ${BLOCK_COST_LIMIT}, got ${subsets} x ${cells} x ${length}`,
          );
        }
        return Promise.resolve(enumeratedBlockCurves(law, lengths));
      },
      law,
      predictionCost: (masked) => length + masked * states ** masked,
    };
  },
});
