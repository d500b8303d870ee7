import { bar } from "../bars.ts";
import type { World } from "../command.ts";
import { wholeText } from "../number_text.ts";
import { durationText } from "../sample/sampling_progress.ts";

/** Time between two messages in milliseconds. */
const messageEvery = 250;

/** How much of the last losses the shown one forgets at a step. */
const FORGETS = 0.05;

/**
 * Tells how far a run is: its loss, its rate, and the time that is left.
 *
 * @param run `steps` of it, `begun` steps done before, `tokens` of a step
 * @param world Where messages go
 * @returns Told the steps done and the loss of the last one
 */
export function trainingProgress(
  run: { steps: number; begun: number; tokens: number },
  { io, messages }: Pick<World, "io" | "messages">,
): (step: number, loss: number) => void {
  const began = io.now();
  let shown = -Infinity;
  let smooth: number | undefined;
  return (step, loss) => {
    smooth = smooth === undefined ? loss : smooth + FORGETS * (loss - smooth);
    const now = io.now();
    if (now - shown < messageEvery) return;
    shown = now;
    const seconds = Math.max(now - began, 1) / 1000;
    const rate = (step - run.begun) / seconds;
    messages.show(
      [
        `training ${bar(step / run.steps, 12).padEnd(12, "░")} ${step} of ${run.steps}`,
        `${smooth.toFixed(3)} nats a token`,
        `${wholeText(Math.round(rate * run.tokens))} tokens/s`,
        `${durationText((run.steps - step) / rate)} left`,
      ].join(", "),
    );
  };
}
