import {
  type Column,
  type PagePart,
  type PartsPage,
  renderPartsPage,
  type Row,
} from "@unmask/reporting";
import { median } from "simple-statistics";
import type { BenchmarkRecord, RecordedTime, RecordedWorkload } from "./benchmark_record.ts";
import {
  type ComparedCall,
  compareRecords,
  machineOf,
  type RecordComparison,
} from "./comparison/compare_records.ts";
import { LARGEST_P } from "./comparison/mann_whitney.ts";
import type { NoiseModel } from "./comparison/noise.ts";
import { durationText, percentText } from "./duration_text.ts";
import { machineName } from "./environment.ts";
import { workloadFigure } from "./figure.ts";
import { growthText } from "./growth_text.ts";
import { historyFigure } from "./history_figure.ts";

/**
 * The page of the benchmarks: for each machine what changed since its record before and its history, and
 * of the one that was measured last the newest record, workload by workload. Records of different
 * machines are never compared.
 *
 * The bytes depend on the records and noises alone. About 50 ms a workload.
 *
 * @param records Records, in any order
 * @param options `noises` of machines by their names, where they are known; `script` that makes figures
 *   answer a pointer and `fonts` for PNG files, none by default
 * @returns An HTML document that needs nothing else
 * @throws {RangeError} When there is no record, or two of one machine and day
 */
export async function benchmarkPage(
  records: readonly BenchmarkRecord[],
  { noises = new Map(), ...means }: Pick<PartsPage, "script" | "fonts"> & {
    readonly noises?: ReadonlyMap<string, NoiseModel>;
  } = {},
): Promise<string> {
  if (!(records.length > 0)) {
    throw new RangeError("Cannot make the page: there must be a record, got none");
  }
  const byDate = records.toSorted((a, b) => a.date < b.date ? -1 : a.date > b.date ? 1 : 0);
  // The machine that was measured last comes first.
  const machines = [...Map.groupBy(byDate.toReversed(), machineOf).values()]
    .map((own) => own.toReversed());
  const names = machines.map((own) => machineName(own[0]!.environment));
  // Machines of one name may have another memory or adapter.
  const ids = names.map((name, at) => {
    const before = names.slice(0, at).filter((other) => other === name).length;
    return before === 0 ? name : `${name}-${before + 1}`;
  });
  const newest = byDate.at(-1)!;
  return await renderPartsPage({
    title: "Benchmarks",
    summary: `How long the library takes: ${newest.workloads.length} workloads, each asked of ` +
      "every engine that can answer it, from definitions written out to what the packages offer. " +
      "Every answer is checked before it is timed.",
    back: { href: "index.html", label: "Unmask" },
    parts: machines.flatMap((own, at) =>
      machineParts(own, { id: ids[at]!, model: noises.get(names[at]!), isLast: at === 0 })
    ),
    made: "Made by `deno task report` from the records in `benchmarks/record`, which " +
      "`deno task bench` writes.",
    ...means,
  });
}

/** The parts of one machine: what changed, then, of the one that was measured last, each workload. */
function machineParts(
  records: readonly BenchmarkRecord[],
  { id, model, isLast }: { id: string; model: NoiseModel | undefined; isLast: boolean },
): PagePart[] {
  const newest = records.at(-1)!;
  const before = records.at(-2);
  const comparison = before === undefined ? null : compareRecords(before, newest, model);
  const { environment } = newest;
  const history = historyFigure(records);
  return [
    {
      id,
      title: `${environment.cpuModel}, ${environment.cores} cores`,
      paragraphs: [
        recordText(newest, records.length),
        ...before === undefined || comparison === null
          ? ["There is no earlier record of this machine to compare it with."]
          : [changesText(comparison, before), ...surroundingsText(before, newest)],
        ...isLast ? [] : [
          `Its times are in \`benchmarks/record/${machineName(environment)}/${newest.date}.json\`.`,
        ],
      ],
      figures: history === null ? [] : [{
        name: "history",
        title: "History",
        caption: "Lower is faster. A bar spans the calls of a workload: where the bar leaves the " +
          "band and the point does not, single calls moved and the workload did not.",
        ...history,
      }],
      tables: comparison === null ? [] : [changesTable(comparison, before!.date)],
    },
    ...isLast ? newest.workloads.map((workload) => workloadPart(workload, { id, comparison })) : [],
  ];
}

function recordText({ date, environment, plan }: BenchmarkRecord, count: number): string {
  const { memory, platform, adapter, deno, v8, load, commit } = environment;
  const version = commit === null ? "" : `, at version \`${commit.slice(0, 9)}\``;
  const others = load < 0.5
    ? `the machine was idle before (load ${load})`
    : `something else was running before (load ${load}), which is noise in the figures`;
  return `Newest record: ${date}${version}, ${memory} GiB, ${platform}, ` +
    `${adapter ? `graphics adapter ${adapter}, ` : ""}Deno ${deno}, V8 ${v8}, ` +
    `${processesText(plan)}; ${others}. ` +
    (count === 1 ? "It is the first of this machine." : `It is the last of ${count}.`);
}

/** How a record was taken, in words. */
function processesText({ processes, rounds }: BenchmarkRecord["plan"]): string {
  return rounds === undefined ? `${processes} processes` : `${rounds} rounds in one process`;
}

function changesText(
  { calls, added, removed }: RecordComparison,
  { date }: BenchmarkRecord,
): string {
  const shown = calls.filter(({ canShow }) => canShow);
  const few = calls.length - shown.length;
  const count = (change: ComparedCall["change"]): number =>
    shown.filter((call) => call.change === change).length;
  const changes = [
    [count("slower"), "slower"],
    [count("faster"), "faster"],
  ].filter(([number]) => number !== 0).map(([number, word]) => `${number} ${word}`);
  const all = calls.length === 0
    ? ""
    : ` The median call took ${percentText(median(calls.map(({ ratio }) => ratio)))}.`;
  const said = changes.length === 0
    ? `no change can be seen at this noise in any of ${shown.length} calls.`
    : `of ${shown.length} calls ${changes.join(" and ")}; in the other ${
      count(null)
    } no change can ` +
      "be seen at this noise.";
  const others = [
    ...few > 0 ? [`${few} calls have too few processes to show any change`] : [],
    ...added > 0 ? [`${added} calls are new`] : [],
    ...removed > 0 ? [`${removed} are gone`] : [],
  ];
  return `*Since ${date}:* ${said}${all}${others.length > 0 ? ` ${others.join(", ")}.` : ""} ` +
    `A change is one that the Mann-Whitney test on the medians of the processes sees at ` +
    `${100 * LARGEST_P}% and that is larger than the noise of the call.`;
}

/** What else differs between two records: a difference of times may be none of the code's. */
function surroundingsText(before: BenchmarkRecord, after: BenchmarkRecord): string[] {
  const [from, to] = [before.environment, after.environment];
  const differences = [
    ...from.deno === to.deno ? [] : [`Deno went from ${from.deno} to ${to.deno}`],
    ...from.v8 === to.v8 ? [] : [`V8 from ${from.v8} to ${to.v8}`],
    ...from.mathFingerprint === to.mathFingerprint ? [] : ["the Math functions changed"],
    ...before.plan.time === after.plan.time
      ? []
      : [`calls were timed for ${before.plan.time} ms, then ${after.plan.time} ms`],
  ];
  return differences.length === 0
    ? []
    : [`Between the two ${differences.join(", ")}: not every difference is the library's.`];
}

function changesTable(
  { calls }: RecordComparison,
  date: string,
): { caption: string; columns: Column[]; rows: Row[] } {
  return {
    caption: `Calls that changed since ${date}, the largest change first`,
    columns: [
      { key: "workload", label: "workload" },
      { key: "engine", label: "engine" },
      { key: "size", label: "size" },
      { key: "before", label: "before" },
      { key: "after", label: "after" },
      { key: "difference", label: "difference" },
      { key: "noise", label: "noise", unit: "%", digits: 2 },
    ],
    rows: calls.filter(({ change }) => change !== null)
      .toSorted((a, b) => Math.abs(Math.log(b.ratio)) - Math.abs(Math.log(a.ratio)))
      .map(({ workload, before, after, ratio, noise }) => ({
        workload,
        engine: after.engine,
        size: after.size,
        before: durationText(before.median / 1e9),
        after: durationText(after.median / 1e9),
        difference: percentText(ratio),
        noise: 100 * noise,
      })),
  };
}

function workloadPart(
  workload: RecordedWorkload,
  { id, comparison }: { id: string; comparison: RecordComparison | null },
): PagePart {
  const { name, title, sizeLabel, growths, times, theory } = workload;
  const own = comparison?.calls.filter((call) => call.workload === name) ?? [];
  const grown = growths.map((growth) => `${growth.engine} \`${growthText(growth, sizeLabel)}\``);
  return {
    id: `${id}--${name}`.replaceAll("--", "-"),
    title: name,
    inner: true,
    paragraphs: [
      `${title[0]!.toUpperCase()}${title.slice(1)}. ` +
      (theory === null ? "Answers are held against each other." : `Held against ${theory}.`),
    ],
    figures: [{
      name: "times",
      title: "Median time per call",
      caption: "Bars are 95% bootstrap intervals over processes. " +
        (grown.length > 0 ? `Fitted: ${grown.join("; ")}.` : "Too few sizes to fit a growth."),
      ...workloadFigure(workload),
    }],
    tables: [{
      caption: `Every call of ${name}`,
      columns: columnsOf(workload, own.length > 0),
      rows: times.map((time) => rowOf(time, own)),
    }],
  };
}

function columnsOf({ sizeLabel, unit, times }: RecordedWorkload, compared: boolean): Column[] {
  const withMemory = times.some(({ peakMemory }) => typeof peakMemory === "number");
  return [
    { key: "engine", label: "engine" },
    { key: "size", label: sizeLabel },
    { key: "median", label: "median" },
    { key: "low", label: "from" },
    { key: "high", label: "to" },
    ...compared ? [{ key: "since", label: "since the record before" }] : [],
    ...withMemory ? [{ key: "memory", label: "peak memory", unit: "MB", digits: 3 }] : [],
    { key: "rate", label: unit, unit: "M/s", digits: 3 },
  ];
}

function rowOf(time: RecordedTime, compared: readonly ComparedCall[]): Row {
  const { engine, size, median, interval: [low, high], work, peakMemory } = time;
  const own = compared.find(({ after }) => after === time);
  return {
    engine,
    size,
    median: durationText(median / 1e9),
    low: durationText(low / 1e9),
    high: durationText(high / 1e9),
    since: own === undefined
      ? "new"
      : !own.canShow
      ? "too few processes"
      : own.change === null
      ? "no change seen"
      : percentText(own.ratio),
    // Records from before peaks were measured have none.
    memory: typeof peakMemory === "number" ? peakMemory / 1e6 : null,
    rate: 1000 * work / median,
  };
}
