import { Session } from "node:inspector";

/** How often parts of the packages ran. */
export interface OperationCount {
  /**
   * How often the busiest block of statements of each function ran, summed: a loop counts once for each
   * turn of its body, whatever else is beside it. Blocks that run as often as others are reported
   * together or apart as the engine likes, so a sum of all would mean nothing.
   */
  readonly operations: number;
  /**
   * Calls of one function.
   *
   * @param name Its name
   * @returns How often it was called; 0 where it never ran
   */
  calls(name: string): number;
}

/** What the engine tells of one script. */
interface ScriptCoverage {
  readonly url: string;
  readonly functions: readonly {
    readonly functionName: string;
    readonly ranges: readonly { readonly count: number }[];
  }[];
}

/** Where the code is that is counted. */
const packagesFolder = new URL("../packages/", import.meta.url).href;

/**
 * Counting begins here and never ends: V8 gives counters to what is compiled from now on, which a
 * function is when it is first called.
 */
const session = new Session();
session.connect();
await post("Profiler.enable");
await post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

/**
 * Counts what a call executes in the packages, with no hook in them: V8 counts each block of
 * statements where it is asked to, as it does for test coverage. WebAssembly is not counted, nor what
 * the engine's own functions do inside (sorting, mapping a typed array: the callback is counted).
 *
 * For threads that are started by `countedInThread`: what this thread called before it imported this
 * file is not counted, and all that it does is slower.
 *
 * Code that is compiled or given up in the middle of a count begins blocks again, once in a while a
 * whole loop: a call that is counted again has the least count, to 1e-5 of it.
 *
 * @param call What to count; must not wait
 * @param folder Whose scripts count, by the start of their addresses; the packages by default
 * @returns The counts
 */
export async function countOperations(
  call: () => unknown,
  folder: string = packagesFolder,
): Promise<OperationCount> {
  // What ran since the last reading is not of this call.
  await post("Profiler.takePreciseCoverage");
  call();
  const { result } = await post("Profiler.takePreciseCoverage") as { result: ScriptCoverage[] };
  return countOf(result.filter(({ url }) => url.startsWith(folder)));
}

function countOf(scripts: readonly ScriptCoverage[]): OperationCount {
  const functions = scripts.flatMap((script) => script.functions);
  const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
  return {
    operations: sum(
      functions.map(({ ranges }) => ranges.reduce((most, { count }) => Math.max(most, count), 0)),
    ),
    // The first range of a function is all of it.
    calls: (name) =>
      sum(
        functions.filter(({ functionName }) => functionName === name)
          .map(({ ranges }) => ranges[0]!.count),
      ),
  };
}

function post(method: string, parameters: object = {}): Promise<unknown> {
  return new Promise((resolve, reject) =>
    session.post(
      method,
      parameters,
      (error, result) => error === null ? resolve(result) : reject(error),
    )
  );
}
