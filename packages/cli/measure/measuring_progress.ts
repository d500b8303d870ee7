import { bar } from "../bars.ts";
import type { World } from "../command.ts";
import { wholeText } from "../number_text.ts";
import { durationText } from "../sample/sampling_progress.ts";

/** Time between two messages in milliseconds. */
const EVERY = 250;

/** Time in milliseconds after which a rate is worth telling. */
const SETTLED = 1000;

/** Characters of a full bar. */
const WIDTH = 20;

/**
 * Tells how much of a measurement is done, its rate, and the time that is left at that rate.
 *
 * @param task What is done, as in "measuring the curve", and how many `states` the model is asked for
 * @param world Where messages go
 * @returns Told how many states are done
 */
export function measuringProgress(
  { name, states }: { name: string; states: number },
  { io, messages }: Pick<World, "io" | "messages">,
): (done: number) => void {
  const began = io.now();
  let shown = -Infinity;
  const show = (done: number): void => {
    const now = io.now();
    if (now - shown < EVERY) return;
    shown = now;
    const share = done / states;
    const seconds = (now - began) / 1000;
    const pace = now - began >= SETTLED && done > 0
      ? `, ${rateText(done / seconds)} a second, ${durationText(seconds * (1 / share - 1))} left`
      : "";
    messages.show(
      `${name} ${bar(share, WIDTH).padEnd(WIDTH, "░")} ${wholeText(done)} of ${
        wholeText(states)
      } states${pace}`,
    );
  };
  show(0);
  return show;
}

function rateText(rate: number): string {
  return rate < 10 ? rate.toPrecision(2) : wholeText(Math.round(rate));
}
