/** A time as the first schema has it. */
interface FirstTime {
  readonly batch: number;
  readonly samples: number;
  readonly roundMedians: readonly number[];
  readonly peakMemory?: number | null;
}

/** What is read of a record of the first schema. */
interface FirstRecord {
  readonly schema: 1;
  readonly plan: { readonly rounds: number };
  readonly workloads: readonly { readonly times: readonly FirstTime[] }[];
}

/**
 * A record of the first schema, in which one process went through all calls in rounds, in today's: its
 * rounds stand where processes do now, each with its median for its only sample, and the plan says so.
 *
 * @param record A record of any schema, or something else
 * @returns Today's record; anything else as it is
 */
export function fromFirstSchema(record: unknown): unknown {
  if (!isFirst(record)) return record;
  const { plan, workloads, ...others } = record;
  return {
    ...others,
    schema: 2,
    plan: { ...plan, processes: 1 },
    workloads: workloads.map(({ times, ...workload }) => ({
      ...workload,
      costLaws: [],
      times: times.map(({ batch, samples: _, roundMedians, peakMemory = null, ...time }) => ({
        ...time,
        batches: roundMedians.map(() => batch),
        samples: roundMedians.map((median) => [median]),
        processMedians: roundMedians,
        interval: [Math.min(...roundMedians), Math.max(...roundMedians)],
        peakMemory,
      })),
    })),
  };
}

function isFirst(record: unknown): record is FirstRecord {
  return typeof record === "object" && record !== null &&
    (record as { schema?: unknown }).schema === 1;
}
