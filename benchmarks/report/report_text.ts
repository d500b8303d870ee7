import { formatNumber } from "@unmask/reporting";
import type { BenchmarkRecord } from "../benchmark_record.ts";
import type { ScienceRecord } from "../science_record.ts";

import { markdownTable } from "./markdown_table.ts";
import { scienceTable } from "./science_table.ts";
import { lawTable, speedTables } from "./speed_tables.ts";

/** Figures of each science benchmark that stand in the report itself. */
const SHOWN = 12;

/** What the report tells. */
export interface ReportedBenchmarks {
  /** A run of the speed benchmarks. */
  readonly record: BenchmarkRecord;
  /** The figures that may not drift. */
  readonly science: ScienceRecord;
  /** What the figures beside the text show, in words. */
  readonly alts: { readonly scaling: string; readonly engines: string };
}

/**
 * The report of the benchmarks in Markdown: where they were run, the figures that may not drift, how
 * times grow, how engines compare, and every time.
 *
 * @param told What it tells
 * @returns The text of `reports/benchmarks/README.md`
 */
export function reportText({ record, science, alts }: ReportedBenchmarks): string {
  const figures = Object.values(science.benchmarks)
    .flatMap((benchmark) => Object.values(benchmark.figures))
    .reduce((sum, values) => sum + Object.keys(values).length, 0);
  const calls = record.workloads.reduce((sum, { times }) => sum + times.length, 0);
  return `${
    [
      MADE,
      "# Benchmarks",
      `Two products: ${formatNumber(figures)} **figures of science** (errors, optima, ratios of ` +
      "bounds, model evaluations, operations), which are the same on every run and may not drift; " +
      `and **times** of ${calls} calls, which are noisy, so that their spread is shown. One ` +
      "command makes all of it: `deno task bench`. How it is measured and compared stands in " +
      "[benchmarks](../../benchmarks/README.md).",
      "## Where",
      environmentTable(record),
      "## Figures of science",
      `Some of each; [science.md](science.md) has all ${formatNumber(figures)}, and ` +
      "[science.json](science.json) every digit. A run whose figures differ from those is refused.",
      scienceTable(science, { most: SHOWN }),
      "## How times grow",
      `![${alts.scaling}](scaling.svg)`,
      "Claims about growth; a run that breaks one ends with status 1. Operations are counted " +
      "rather than timed where they can be: see *operations* above.",
      lawTable(record),
      "## Engines beside each other",
      `![${alts.engines}](engines.svg)`,
      "## Every time",
      "The median of the medians of all processes, with its 95% bootstrap interval; MAD is the " +
      "median absolute deviation of all samples, as a share of the median.",
      speedTables(record),
    ].join("\n\n")
  }\n`;
}

/**
 * Every figure of science in Markdown.
 *
 * @param science The figures
 * @returns The text of `reports/benchmarks/science.md`
 */
export function scienceReportText(science: ScienceRecord): string {
  return `${MADE}\n\n# Figures of science\n\n${scienceTable(science)}\n`;
}

const MADE = "<!-- Written by `deno task bench`; changes here are lost. -->";

function environmentTable({ date, environment, plan, workloads }: BenchmarkRecord): string {
  const { cpuModel, cores, memory, platform, adapter, load, deno, v8, mathFingerprint, commit } =
    environment;
  return markdownTable([{ label: "what" }, { label: "value" }], [
    ["day", date],
    ["processor", `${cpuModel}, ${cores} cores`],
    ["memory", `${formatNumber(memory)} GiB`],
    ["system", platform],
    ["graphics adapter", adapter ?? "none"],
    ["load before", formatNumber(load)],
    ["Deno, V8", `${deno}, ${v8}`],
    ["fingerprint of Math", `\`${mathFingerprint}\``],
    ["commit", commit === null ? "unknown" : `\`${commit}\``],
    ["processes", formatNumber(plan.processes)],
    ["workloads", formatNumber(workloads.length)],
  ]);
}
