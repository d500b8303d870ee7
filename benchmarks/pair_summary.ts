import { median } from "simple-statistics";
import { formatNumber } from "@unmask/reporting";
import { compareTimes, type TimeComparison } from "./comparison/compare_times.ts";
import { LARGEST_P } from "./comparison/mann_whitney.ts";
import { durationText, percentText } from "./duration_text.ts";
import type { PairFigures } from "./pair_figures.ts";

type Call = PairFigures["calls"][number];

/**
 * What a comparison of two commits says, as Markdown.
 *
 * First the answers, which decide; then the calls that changed, which decide nothing; the other
 * calls are folded away. Every name goes through {@linkcode codeText}.
 *
 * @param figures The figures, of whatever origin
 * @returns Markdown
 */
export function pairSummary(figures: PairFigures): string {
  const { base, head, breaches, calls } = figures;
  const compared = calls.map((call) => ({ call, ...compareTimes(call.base, call.head) }));
  const changed = compared.filter(({ change }) => change !== null)
    .sort((a, b) => Math.abs(Math.log(b.ratio)) - Math.abs(Math.log(a.ratio)));
  const still = compared.filter(({ change }) => change === null);
  return [
    `### Benchmarks: ${codeText(head.slice(0, 9))} against ${codeText(base.slice(0, 9))}`,
    answersText(figures),
    ...breaches.length > 0 ? [breaches.map(breachLine).join("\n")] : [],
    timesText(figures, compared),
    ...changed.length > 0 ? [table(changed)] : [],
    ...still.length > 0
      ? [
        `<details><summary>${still.length} calls without a change</summary>\n\n${
          table(still)
        }\n\n</details>`,
      ]
      : [],
  ].join("\n\n") + "\n";
}

/**
 * A text inside a code span that it cannot leave.
 *
 * @param text Any text
 * @returns Markdown; every character but letters, digits, space, point and hyphen is a `?`
 */
export function codeText(text: string): string {
  return `\`${text.replace(/[^A-Za-z0-9 .-]/g, "?") || "?"}\``;
}

function answersText({ answers, breaches, pairs }: PairFigures): string {
  if (answers.head === null) return "**Red**: the benchmarks of the head do not run.";
  const checked = `${answers.head} answers checked in each of ${pairs} runs`;
  const before = answers.base === null ? "" : ` (base: ${answers.base})`;
  return breaches.length === 0
    ? `**Green**: ${checked}${before}, none wrong, lost or changing.`
    : `**Red**: ${checked}${before}, and this is wrong with them:`;
}

function breachLine(breach: PairFigures["breaches"][number]): string {
  if (breach.kind === "head does not run") return "- not every run of the head ended well";
  return `- ${breach.kind}: ${codeText(`${breach.workload} ${breach.engine} ${breach.size}`)}`;
}

function timesText(
  { answers, pairs, machine }: PairFigures,
  compared: readonly TimeComparison[],
): string {
  if (answers.base === null) return "No times: the benchmarks of the base do not run.";
  if (compared.length === 0) return "No times: no call is in both.";
  const shown = compared.filter(({ canShow }) => canShow);
  const few = compared.length - shown.length;
  const count = (change: TimeComparison["change"]): number =>
    shown.filter((one) => one.change === change).length;
  const all = median(compared.map(({ ratio }) => ratio));
  return `Of ${compared.length} calls ${count("slower")} are slower, ${
    count("faster")
  } are faster, ` +
    `and in ${count(null)} no change can be seen at their noise; ` +
    (few > 0 ? `in ${few} too few runs were timed to show any; ` : "") +
    `the median call took ` +
    `${percentText(all)}. Times were taken in turn, ${pairs} runs a side, on ${
      codeText(machine)
    }; ` +
    `a change is one that the Mann-Whitney test sees at ${100 * LARGEST_P}% and that is larger ` +
    `than the noise of its call. Nothing is red for a time.`;
}

function table(rows: readonly (TimeComparison & { call: Call })[]): string {
  const lines = rows.map(({ call, ratio, noise, change, canShow }) => {
    const name = codeText(`${call.workload} ${call.engine} ${call.size}`);
    const [base, head] = [call.base, call.head].map((times) => durationText(median(times)));
    return `| ${name} | ${base} | ${head} | ${percentText(ratio)} | ${
      formatNumber(100 * noise, { digits: 2 })
    }% | ${change ?? (canShow ? "no" : "unknown")} |`;
  });
  return [
    "| call | base | head | difference | noise | change |",
    "| --- | ---: | ---: | ---: | ---: | --- |",
    ...lines,
  ].join("\n");
}
