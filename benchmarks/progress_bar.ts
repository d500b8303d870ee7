import process from "node:process";
import cliProgress from "cli-progress";
import type { NamedCall } from "./bench_process.ts";

/** Progress of a run. */
export interface ProgressBar {
  /** A call was timed in the process that is under way. */
  readonly step: (call: NamedCall) => void;
  /** A process has gone through all calls. */
  readonly processEnded: () => void;
  /** All is done, or nothing more comes. */
  readonly stop: () => void;
}

/**
 * A progress bar on standard error, which shows on a terminal only. How many calls a process has is
 * known from the first on.
 *
 * @param processes How many processes there will be
 * @returns The bar
 */
export function progressBar(processes: number): ProgressBar {
  const bar = new cliProgress.SingleBar({
    format: `timing [{bar}] {percentage}% {label}`,
    barsize: 20,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  }, cliProgress.Presets.legacy);
  bar.start(processes, 0, { label: "" });
  let ended = 0;
  let calls = 0;
  let done = 0;
  return {
    step({ workload, engine }): void {
      done++;
      const share = calls === 0 ? 0 : Math.min(done / calls, 1);
      bar.update(ended + share, { label: `${workload}, ${engine}` });
    },
    processEnded(): void {
      ended++;
      if (calls === 0) calls = done;
      done = 0;
      bar.update(ended);
    },
    stop: () => bar.stop(),
  };
}
