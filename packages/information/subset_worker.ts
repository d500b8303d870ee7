/**
 * What runs in a worker of {@linkcode SubsetWorkers}: opens tables and sums the entropies of their
 * parts, in the order asked for.
 *
 * @module
 */
import { sumOutFirst } from "./subset_branches.ts";
import { partsOf, type SubsetTables, sumsOfPart } from "./subset_parts.ts";

/** To open a table, and to sum the first token out of the cells `from .. to - 1` of `rest`. */
export interface OpenRequest {
  readonly kind: "open";
  readonly tables: SubsetTables;
  readonly from: number;
  readonly to: number;
}

/** For parts of the table that is open, when its first token is summed out everywhere. */
export interface SumRequest {
  readonly kind: "sum";
  /** The next part, which whoever does it takes by adding `step`; one for all workers if shared. */
  readonly next: Int32Array;
  readonly step: number;
}

/** A part, and its sums. */
export interface SummedPart {
  readonly part: number;
  readonly sums: Float64Array;
}

/** One answer to each request: whether the masses are quick, the parts done, or what went wrong. */
export type SubsetAnswer =
  | { readonly answer: boolean | SummedPart[] }
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

function summed({ next, step }: SumRequest): SummedPart[] {
  if (tables === undefined) throw new Error("no table is open");
  const count = partsOf(tables);
  const done: SummedPart[] = [];
  for (let part = 0; (part = Atomics.add(next, 0, step)) < count;) {
    done.push({ part, sums: sumsOfPart(tables, part) });
  }
  return done;
}
