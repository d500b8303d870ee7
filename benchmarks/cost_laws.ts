import type { BenchmarkRecord } from "./benchmark_record.ts";

/**
 * The claims about growth that a run breaks.
 *
 * @param record A run
 * @returns A sentence for each; none where all hold, or have too few sizes to say
 */
export function brokenLaws({ workloads }: BenchmarkRecord): string[] {
  return workloads.flatMap(({ name, costLaws }) =>
    costLaws.flatMap(({ engine, law, from, atMost, value }) =>
      value === null || value <= atMost ? [] : [
        `Cost law broken: the ${law} of ${name} by ${engine} must be at most ${atMost} from ${from} on, got ${value}`,
      ]
    )
  );
}
