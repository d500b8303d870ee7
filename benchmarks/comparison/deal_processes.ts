import { drawSubset, type Stream } from "@unmask/random";
import type { Sides } from "./noise.ts";

/**
 * Deals processes of one program to two sides, the same way for all calls, since a slow process is slow
 * in many.
 *
 * @param all How many processes there are
 * @param options `processes` of a side; `stream`, what they are drawn from
 * @returns What deals the times of a call, one a process, to both sides
 */
export function dealProcesses(
  all: number,
  { processes, stream }: { processes: number; stream: Stream },
): (times: readonly number[]) => Sides {
  const dealt = [...drawSubset(all, 2 * processes, stream)];
  return (times) => {
    const own = dealt.map((at) => times[at]!);
    return [own.slice(0, processes), own.slice(processes)];
  };
}
