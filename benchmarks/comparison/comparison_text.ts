import { formatNumber } from "@unmask/reporting";
import { median } from "simple-statistics";
import type { BenchmarkRecord } from "../benchmark_record.ts";
import { durationText, percentText } from "../duration_text.ts";
import type { ComparedCall, RecordComparison } from "./compare_records.ts";

/** What a comparison is of. */
export interface ComparedRuns {
  /** The record before. */
  readonly first: BenchmarkRecord;
  /** The record after. */
  readonly second: BenchmarkRecord;
  /** The machine's run against itself; null where there is none. */
  readonly noise: { readonly date: string } | null;
}

/**
 * What a comparison says, in plain words: what changed, by how much and how surely; what did not, at
 * which noise; and what else may be behind it.
 *
 * @param comparison The comparison
 * @param runs What it is of
 * @returns Lines
 */
export function comparisonText(comparison: RecordComparison, runs: ComparedRuns): string {
  const { calls, added, removed } = comparison;
  const changed = calls.filter(({ change }) => change !== null)
    .toSorted((a, b) => Math.abs(Math.log(b.ratio)) - Math.abs(Math.log(a.ratio)));
  const still = calls.filter(({ change, canShow }) => canShow && change === null);
  const few = calls.filter(({ canShow }) => !canShow).length;
  const lines = [
    headText(runs),
    ...changed.map(changedText),
    ...calls.length === 0 ? ["The two have no call in common."] : [],
    ...still.length === 0 ? [] : [stillText(still, changed.length)],
    ...few > 0
      ? [`${callsText(few)} ${few === 1 ? "has" : "have"} too few processes to show any change.`]
      : [],
    ...added > 0 ? [`${callsText(added)} ${added === 1 ? "is" : "are"} new.`] : [],
    ...removed > 0 ? [`${callsText(removed)} ${removed === 1 ? "is" : "are"} gone.`] : [],
    ...surroundings(runs, calls),
  ];
  return `${lines.join("\n")}\n`;
}

function headText({ first, second, noise }: ComparedRuns): string {
  return `${first.date} against ${second.date}, ${sizesText(first.plan, second.plan)}; ` +
    (noise === null
      ? "this machine has\nno run against itself yet (deno task bench noise), so usual noise is assumed."
      : `noise from the\nrun against itself of ${noise.date}.`);
}

type Plan = BenchmarkRecord["plan"];

function sizesText(before: Plan, after: Plan): string {
  if ((before.rounds ?? after.rounds) === undefined) {
    return `${before.processes} and ${after.processes} processes`;
  }
  return [before, after].map(({ rounds, processes }) =>
    rounds === undefined ? `${processes} processes` : `${rounds} rounds`
  ).join(" and ");
}

function changedText(call: ComparedCall): string {
  const { workload, before, after, change, ratio, interval, p, noise } = call;
  const [low, high] = interval.map(percentText);
  return `${change!.toUpperCase()}  ${workload} ${after.engine} ${after.size}: ` +
    `${durationText(before.median / 1e9)} -> ${durationText(after.median / 1e9)}\n` +
    `  ${percentText(ratio)} (95%: ${low} to ${high}), p = ${formatNumber(p, { digits: 2 })}, ` +
    `noise ${shareText(noise)}`;
}

function stillText(still: readonly ComparedCall[], changed: number): string {
  const noises = still.map(({ noise }) => noise);
  const range = `${shareText(median(noises))}` +
    (still.length > 1 ? `, at most ${shareText(Math.max(...noises))}` : "");
  const which = changed === 0
    ? `No change can be seen at this noise: ${range}`
    : `In the other ${callsText(still.length)} no change can be seen at this noise: ${range}`;
  return `${which}\n(${callsText(still.length)}, the median one took ${
    percentText(median(still.map(({ ratio }) => ratio)))
  }).`;
}

function callsText(count: number): string {
  return count === 1 ? "1 call" : `${count} calls`;
}

function shareText(share: number): string {
  return `${formatNumber(100 * share, { digits: 2 })}%`;
}

/** What else differs: a difference of times may be none of the code's. */
function surroundings({ first, second }: ComparedRuns, calls: readonly ComparedCall[]): string[] {
  const [from, to] = [first.environment, second.environment];
  const all = calls.length > 0 ? median(calls.map(({ ratio }) => ratio)) : 1;
  return [
    ...from.deno === to.deno ? [] : [`Deno went from ${from.deno} to ${to.deno}.`],
    ...from.v8 === to.v8 ? [] : [`V8 went from ${from.v8} to ${to.v8}.`],
    ...from.mathFingerprint === to.mathFingerprint ? [] : ["The Math functions changed."],
    ...(first.plan.rounds ?? second.plan.rounds) === undefined
      ? []
      : ["Rounds of one process agree better than processes do: noise is understated."],
    ...first.plan.time === second.plan.time ? [] : [
      `Calls were timed for ${first.plan.time} ms and ${second.plan.time} ms: ` +
      "that alone may make a difference.",
    ],
    ...Math.max(from.load, to.load) < 0.5
      ? []
      : [`Something else was running before (load ${from.load} and ${to.load}).`],
    ...Math.max(all, 1 / all) < 1.1
      ? []
      : ["Nearly everything moved together: that is rather the machine than the code."],
  ];
}
