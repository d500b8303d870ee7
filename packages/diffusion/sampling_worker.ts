/**
 * What runs in a worker of {@linkcode SamplingWorkers}: opens runs and draws their blocks, in the order
 * asked for.
 *
 * @module
 */
import type { NeighbourTables } from "@unmask/information";
import { type StreamFamily, streamFamily } from "@unmask/random";
import { NeighbourSampler } from "./neighbour_sampler.ts";

/** What a worker is asked: to open a run, or for a block of the run that is open. */
export type SamplingRequest =
  | {
    readonly kind: "open";
    readonly tables: NeighbourTables;
    readonly sizes: readonly number[];
    readonly streams: Parameters<typeof streamFamily>[0];
  }
  | { readonly kind: "draw"; readonly first: number; readonly count: number };

/** One answer to each request: tokens (none for an opened run), or what went wrong. */
export type SamplingAnswer = { readonly tokens: Int32Array } | { readonly error: string };

/** The part of a worker's global scope that is used here. */
interface WorkerScope {
  onmessage: (event: { data: SamplingRequest }) => void;
  postMessage(answer: SamplingAnswer, transfer: readonly ArrayBufferLike[]): void;
}

interface Run {
  readonly sampler: NeighbourSampler;
  readonly sizes: readonly number[];
  readonly streams: StreamFamily;
}

const scope = globalThis as unknown as WorkerScope;
let run: Run | undefined;

scope.onmessage = ({ data }): void => {
  try {
    const tokens = answerTo(data);
    scope.postMessage({ tokens }, [tokens.buffer]);
  } catch (error) {
    scope.postMessage({ error: error instanceof Error ? error.message : String(error) }, []);
  }
};

function answerTo(request: SamplingRequest): Int32Array {
  if (request.kind === "open") {
    const { tables, sizes, streams } = request;
    // A run that does not open must not leave the last one to be drawn from.
    run = undefined;
    run = { sampler: new NeighbourSampler(tables), sizes, streams: streamFamily(streams) };
    return new Int32Array(0);
  }
  if (run === undefined) throw new Error("no run is open");
  const { sampler, sizes, streams } = run;
  const tokens = new Int32Array(request.count * sampler.length);
  sampler.unmaskMany({ sizes, streams, first: request.first }, tokens);
  return tokens;
}
