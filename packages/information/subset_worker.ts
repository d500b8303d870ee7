/**
 * What runs in a worker of {@linkcode SubsetWorkers}: opens tables and sums the entropies of their
 * parts, in the order asked for.
 *
 * @module
 */
import { sumOutFirst } from "./subset_branches.ts";
import { type SubsetTables, sumsOfPart } from "./subset_parts.ts";

/** To open a table, and to sum the first token out of the cells `from .. to - 1` of `rest`. */
export interface OpenRequest {
  readonly kind: "open";
  readonly tables: SubsetTables;
  readonly from: number;
  readonly to: number;
}

/** For a part of the table that is open, when its first token is summed out everywhere. */
export interface SumRequest {
  readonly kind: "sum";
  readonly part: number;
}

/** One answer to each request: whether the masses are quick, the sums of a part, or what went wrong. */
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

function summed({ part }: SumRequest): Float64Array {
  if (tables === undefined) throw new Error("no table is open");
  return sumsOfPart(tables, part);
}
