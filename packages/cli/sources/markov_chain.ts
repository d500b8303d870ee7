import { BadInput } from "../bad_input.ts";
import { anyText } from "../notation.ts";
import { readJsonFile } from "../read_json_file.ts";
import { type OpenedSource, type SourceKind, sourceKind } from "../source_kind.ts";
import { checkLimits, lengthKey } from "../source_limits.ts";
import { lawSource } from "./law_source.ts";

/** Most numbers held for the laws of single tokens of a chain with a given start, 512 MiB. */
const MARGINAL_LIMIT = 2 ** 26;

/** `markov-chain`: transitions from a file, stationary unless the file gives a start. */
export const markovChainKind: SourceKind = sourceKind({
  name: "markov-chain",
  summary: "Markov chain with the transitions of a file",
  keys: {
    length: lengthKey,
    file: { notation: anyText, help: 'JSON {"transitions": [[..],..], "initial"?: [..]}' },
  },
  async open({ length, file }, io): Promise<OpenedSource> {
    const { array, number, optional, strictObject } = await import("valibot");
    const masses = array(number("a number"), "an array of numbers");
    const schema = strictObject({
      transitions: array(masses, "an array of rows"),
      initial: optional(masses),
    }, 'an object {"transitions": [[..],..], "initial"?: [..]} and nothing else');
    const { contents: { transitions: rows, initial }, sha256 } = await readJsonFile(
      file,
      { schema },
      io,
    );
    checkLimits({ length, states: rows.length });
    if (initial !== undefined && !(length * rows.length <= MARGINAL_LIMIT)) {
      throw new BadInput(
        `Cannot open the source: with initial, length times states must be at most ${MARGINAL_LIMIT}, got ${length} x ${rows.length}`,
      );
    }
    const { markovChain, transitionMatrix } = await import("@unmask/potts");
    const transitions = transitionMatrix(rows);
    const law = initial === undefined
      ? markovChain({ length, transitions })
      : markovChain({ length, transitions, initial: await checkedLaw(initial) });
    return { ...lawSource(law), findings: { sha256, states: rows.length } };
  },
});

/** The same masses, refused by the name that they have in the file. */
async function checkedLaw(initial: readonly number[]): Promise<readonly number[]> {
  const { pmf } = await import("@unmask/information");
  try {
    pmf(initial);
  } catch (error) {
    throw new BadInput(`Cannot use initial: ${(error as Error).message.replace(/^[^:]*: /, "")}`);
  }
  return initial;
}
