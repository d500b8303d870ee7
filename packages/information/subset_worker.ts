/**
 * What runs in a worker of {@linkcode SubsetWorkers}: opens tables and sums the entropies of their
 * branches, in the order asked for.
 *
 * @module
 */
import { branchOf, decidedTokens, type SubsetBranch } from "./subset_branches.ts";
import { SubsetSums } from "./subset_sums.ts";

/** A law, with its first token summed out once for all workers. */
export interface SubsetTables {
  /** The law, in shared memory where there is such. */
  readonly masses: Float64Array;
  /** The law of all tokens but the first. */
  readonly rest: Float64Array;
  /** `L`. */
  readonly length: number;
  /** `K`. */
  readonly vocabularySize: number;
}

/** What a worker is asked: to open a table, or for a branch of the one that is open. */
export type SubsetRequest =
  | { readonly kind: "open"; readonly tables: SubsetTables }
  | { readonly kind: "sum"; readonly branch: number };

/** One answer to each request: sums (none for an opened table), or what went wrong. */
export type SubsetAnswer = { readonly sums: Float64Array } | { readonly error: string };

/** The part of a worker's global scope that is used here. */
interface WorkerScope {
  onmessage: (event: { data: SubsetRequest }) => void;
  postMessage(answer: SubsetAnswer): void;
}

const scope = globalThis as unknown as WorkerScope;
let tables: SubsetTables | undefined;

scope.onmessage = ({ data }): void => {
  try {
    scope.postMessage({ sums: answerTo(data) });
  } catch (error) {
    scope.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
};

function answerTo(request: SubsetRequest): Float64Array {
  if (request.kind === "open") {
    tables = request.tables;
    return new Float64Array(0);
  }
  if (tables === undefined) throw new Error("no table is open");
  return sumsOfBranch(tables, request.branch);
}

/** The branch is a number in base `K + 1`, the choice for the first token leading. */
function sumsOfBranch(open: SubsetTables, branch: number): Float64Array {
  const { length, vocabularySize: states } = open;
  const decided = decidedTokens(open);
  const choices = Array.from(
    { length: decided },
    (_, i) => Math.floor(branch / (states + 1) ** (decided - 1 - i)) % (states + 1),
  );
  let part: SubsetBranch = { masses: open.masses, kept: 0 };
  choices.forEach((choice, token) => {
    const isKnown = token === 0 && choice === states;
    part = isKnown ? { masses: open.rest, kept: 0 } : branchOf(part, { states, choice });
  });
  const sums = new SubsetSums({ length, vocabularySize: states, isQuick: true });
  sums.add({ masses: part.masses, undecided: length - decided, kept: part.kept });
  return sums.sums;
}
