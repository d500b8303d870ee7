import { type BlockLengths, evenBlockSteps, type ScheduleFamily } from "@unmask/schedules";
import { blockCurvesOf } from "./block_curves_of.ts";
import { blockRecords, blockTable } from "./block_table.ts";
import type { Answer, World } from "./command.ts";
import { countText, natsText } from "./number_text.ts";
import type { NamedSource } from "./open_source.ts";
import { type ScheduleValues, sizesOf } from "./schedule_options.ts";
import { sourceText } from "./source_text.ts";
import { wrapText } from "./wrap_text.ts";

/**
 * What a schedule of blocks costs, exactly.
 *
 * A family is run in every block, with the steps shared out evenly.
 *
 * @param source The law
 * @param options `lengths` of the blocks; `values` that give the schedule
 * @param world Where files are read, and progress is shown
 * @returns The path error and that of each block; no endpoint error, no bounds and no signatures: those
 *   are about random order over the whole sequence
 * @throws {RangeError} On sizes that cross a border, or steps that the blocks cannot take
 */
export async function blockErrorAnswer(
  source: NamedSource,
  { lengths, values }: { lengths: BlockLengths; values: ScheduleValues },
  { io, messages }: World,
): Promise<Answer> {
  const { blockPathError } = await import("@unmask/convergence");
  const { schedule: family } = values;
  const sizes = family === undefined
    ? sizesOf(values, { length: source.length, io, inBlocks: true })
    : familySizes(family, { lengths, steps: values.steps! });
  messages.show("computing the information curves of the blocks");
  const schedule = blockPathError(await blockCurvesOf(source, lengths), sizes);
  const records = blockRecords(schedule);
  return {
    document: {
      sizes: schedule.sizes,
      pathError: schedule.pathError,
      endpointError: null,
      bounds: [],
      blocks: records,
      signatures: [],
    },
    print: (columns) =>
      sourceText(source, columns) +
      wrapText(
        `${countText(schedule.sizes.length, "iteration")} in ${
          countText(lengths.length, "block")
        } from left to right, path error ${natsText(schedule.pathError)} nats`,
        { columns },
      ) +
      "\n" +
      blockTable(records, columns) +
      "\n" +
      wrapText(
        "The bounds, the endpoint error and the failure signatures are those of random order over the whole sequence, and are left out.",
        { columns },
      ),
  };
}

function familySizes(
  family: ScheduleFamily,
  { lengths, steps }: { lengths: BlockLengths; steps: number },
): number[] {
  const split = evenBlockSteps(lengths, { steps });
  return lengths.flatMap((length, b) => [...family.sizes({ length, steps: split[b]! })]);
}
