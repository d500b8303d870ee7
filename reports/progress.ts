import process from "node:process";
import cliProgress from "cli-progress";

/** Progress of long work, shown on a terminal and nowhere else. */
export interface Progress {
  /** One more piece of work begins. */
  step(label: string): void;
  /** All is done. */
  stop(): void;
}

/**
 * A progress bar on standard error, or nothing where that is no terminal.
 *
 * @param title What the work is
 * @param pieces How many pieces it has
 * @returns The bar
 */
export function progressBar(title: string, pieces: number): Progress {
  if (!Deno.stderr.isTerminal()) return { step: () => {}, stop: () => {} };
  const bar = new cliProgress.SingleBar({
    format: `${title.padEnd(26)} [{bar}] {value}/{total} {label}`,
    barsize: 20,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  }, cliProgress.Presets.legacy);
  bar.start(pieces, 0, { label: "" });
  let done = 0;
  return {
    step(label): void {
      // The count is of finished pieces: the one that begins is not done yet.
      bar.update(done++, { label });
    },
    stop(): void {
      bar.update(pieces, { label: "" });
      bar.stop();
    },
  };
}
