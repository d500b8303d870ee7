/**
 * What runs in a worker of {@linkcode SubsetWorkers}: opens tables and sums the entropies of their
 * parts, in the order asked for.
 *
 * @module
 */
import { sumOutFirst } from "./subset_branches.ts";
import { partsOf, type SubsetTables, sumsOfPart } from "./subset_parts.ts";
import { isQuick, SubsetRoom } from "./subset_sums.ts";

/** To open a table, and to sum the first token out of the cells `from .. to - 1` of `rest`. */
export interface OpenRequest {
  readonly kind: "open";
  readonly tables: SubsetTables;
  readonly from: number;
  readonly to: number;
}

/**
 * For work on the table that is open, when its first token is summed out everywhere: its parts, and then
 * for each value of the first token whether masses are quick, which fills the time until the last part
 * is done.
 */
export interface SumRequest {
  readonly kind: "sum";
  /** What is next, which whoever does it takes by adding `step`; one for all workers if shared. */
  readonly next: Int32Array;
  readonly step: number;
}

/** What a worker has done of it. */
export interface SummedParts {
  /** Parts and their sums. */
  readonly parts: readonly { part: number; sums: Float64Array }[];
  /** Whether all masses that it looked at are quick. */
  readonly isQuick: boolean;
}

/** One answer to each request: nothing for an opened table, the work done, or what went wrong. */
export type SubsetAnswer =
  | { readonly answer: SummedParts | undefined }
  | { readonly error: string };

/** The part of a worker's global scope that is used here. */
interface WorkerScope {
  onmessage: (event: { data: OpenRequest | SumRequest }) => void;
  postMessage(answer: SubsetAnswer): void;
}

const scope = globalThis as unknown as WorkerScope;
let tables: SubsetTables | undefined;
let room = new SubsetRoom();

scope.onmessage = ({ data }): void => {
  try {
    scope.postMessage({ answer: data.kind === "open" ? opened(data) : summed(data) });
  } catch (error) {
    scope.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
};

function opened(request: OpenRequest): undefined {
  tables = request.tables;
  room = new SubsetRoom();
  sumOutFirst(tables, { ...request, states: tables.vocabularySize });
}

function summed({ next, step }: SumRequest): SummedParts {
  if (tables === undefined) throw new Error("no table is open");
  const { masses, rest } = tables;
  const count = partsOf(tables);
  const parts: { part: number; sums: Float64Array }[] = [];
  let quick = true;
  let at = Atomics.add(next, 0, step);
  for (; at < count; at = Atomics.add(next, 0, step)) {
    parts.push({ part: at, sums: sumsOfPart(tables, { part: at, room }) });
  }
  for (; at < count + tables.vocabularySize; at = Atomics.add(next, 0, step)) {
    const from = (at - count) * rest.length;
    quick &&= isQuick(masses.subarray(from, from + rest.length), { inPieces: true });
  }
  return { parts, isQuick: quick };
}
