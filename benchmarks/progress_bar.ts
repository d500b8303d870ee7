import process from "node:process";
import cliProgress from "cli-progress";
import type { NamedCall } from "./bench_process.ts";

/** Progress of a run. */
export interface ProgressBar {
  /** A call was timed once more. */
  readonly step: (call: NamedCall) => void;
  /** All is done, or nothing more comes. */
  readonly stop: () => void;
}

/**
 * A progress bar on standard error, which shows on a terminal only.
 *
 * @param steps How many timings there will be
 * @returns The bar
 */
export function progressBar(steps: number): ProgressBar {
  const bar = new cliProgress.SingleBar({
    format: "timing [{bar}] {value}/{total} {label}",
    barsize: 20,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  }, cliProgress.Presets.legacy);
  bar.start(steps, 0, { label: "" });
  return {
    step: ({ workload, engine }) => bar.increment(1, { label: `${workload}, ${engine}` }),
    stop: () => bar.stop(),
  };
}
