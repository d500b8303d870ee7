/**
 * What runs in a worker of {@linkcode SubsetWorkers}: opens tables and sums the entropies of their
 * branches, in the order asked for.
 *
 * @module
 */
import { branchOf, decidedTokens, type SubsetBranch, sumOutFirst } from "./subset_branches.ts";
import { SubsetSums } from "./subset_sums.ts";

/** A law, and its first token summed out, which the workers do together. */
export interface SubsetTables {
  /** The law, in shared memory where there is such. */
  readonly masses: Float64Array;
  /** Gets the law of all tokens but the first. */
  readonly rest: Float64Array;
  /** `L`. */
  readonly length: number;
  /** `K`. */
  readonly vocabularySize: number;
}

/** To open a table, and to sum the first token out of the cells `from .. to - 1` of `rest`. */
export interface OpenRequest {
  readonly kind: "open";
  readonly tables: SubsetTables;
  readonly from: number;
  readonly to: number;
}

/** For a branch of the table that is open, when its first token is summed out everywhere. */
export interface SumRequest {
  readonly kind: "sum";
  readonly branch: number;
}

/** One answer to each request: whether the masses are quick, the sums of a branch, or what went wrong. */
export type SubsetAnswer =
  | { readonly answer: boolean | Float64Array }
  | { readonly error: string };

/** The part of a worker's global scope that is used here. */
interface WorkerScope {
  onmessage: (event: { data: OpenRequest | SumRequest }) => void;
  postMessage(answer: SubsetAnswer): void;
}

const scope = globalThis as unknown as WorkerScope;
let tables: SubsetTables | undefined;

scope.onmessage = ({ data }): void => {
  try {
    scope.postMessage({ answer: data.kind === "open" ? opened(data) : summed(data) });
  } catch (error) {
    scope.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
};

function opened(request: OpenRequest): boolean {
  tables = request.tables;
  return sumOutFirst(tables, { ...request, states: tables.vocabularySize });
}

function summed({ branch }: SumRequest): Float64Array {
  if (tables === undefined) throw new Error("no table is open");
  return sumsOfBranch(tables, branch);
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
