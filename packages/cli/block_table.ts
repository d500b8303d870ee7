import type { BlockSchedule } from "@unmask/convergence";
import { natsText } from "./number_text.ts";
import { sizesText } from "./sizes_text.ts";
import { tableText } from "./table_text.ts";
import { wrapText } from "./wrap_text.ts";

/** Most runs of blocks that are written out. */
const mostRuns = 24;

/** What a JSON answer says of a block. */
export interface BlockRecord {
  /** Tokens in it. */
  readonly length: number;
  /** Its iterations. */
  readonly steps: number;
  /** Its sizes, in order of unmasking. */
  readonly sizes: readonly number[];
  /** Its share of the path error, in nats. */
  readonly pathError: number;
}

/**
 * The blocks of a schedule, for JSON.
 *
 * @param schedule The schedule
 * @returns A record of each block, from left to right
 */
export function blockRecords({ blocks }: BlockSchedule): BlockRecord[] {
  return blocks.map(({ sizes, pathError }) => ({
    length: sizes.reduce((sum, size) => sum + size, 0),
    steps: sizes.length,
    sizes,
    pathError,
  }));
}

/**
 * The blocks of a schedule as a table and their sizes; neighbours that are alike are told once.
 *
 * @param records The blocks
 * @param columns Width of the page
 * @returns Lines, the last one ended too
 */
export function blockTable(records: readonly BlockRecord[], columns: number): string {
  const runs: { first: number; last: number; record: BlockRecord }[] = [];
  records.forEach((record, b) => {
    const run = runs.at(-1);
    if (run !== undefined && alike(run.record, record)) run.last = b;
    else runs.push({ first: b, last: b, record });
  });
  const shown = runs.length <= mostRuns
    ? runs
    : [...runs.slice(0, mostRuns / 2), ...runs.slice(-mostRuns / 2)];
  const name = ({ first, last }: { first: number; last: number }): string =>
    first === last ? `${first + 1}` : `${first + 1} to ${last + 1}`;
  const left = shown.length < runs.length
    ? wrapText(
      `The ${
        runs.length - shown.length
      } in the middle that differ from their neighbours are left out: all with --json.`,
      { columns },
    )
    : "";
  return tableText(
    ["block", "tokens", "iterations", "nats each"],
    shown.map((run) => [
      name(run),
      `${run.record.length}`,
      `${run.record.steps}`,
      natsText(run.record.pathError),
    ]),
  ) +
    left +
    "\nSizes in order of unmasking:\n" +
    shown.map((run) =>
      wrapText(`${name(run).replaceAll(" ", "\u00a0")}: ${sizesText(run.record.sizes)}`, {
        columns,
        indent: 2,
        hang: 2,
      })
    ).join("");
}

function alike(one: BlockRecord, other: BlockRecord): boolean {
  return one.pathError === other.pathError && one.steps === other.steps &&
    one.sizes.every((size, t) => size === other.sizes[t]);
}
