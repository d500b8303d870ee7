import {
  minimaxMixture,
  minimaxSchedule,
  type WeightedSchedule,
  yardstickOf,
} from "@unmask/convergence";
import { sparkline } from "../bars.ts";
import type { Answer, World } from "../command.ts";
import { countText } from "../number_text.ts";
import { sizesText } from "../sizes_text.ts";
import { tableText } from "../table_text.ts";
import { wrapText } from "../wrap_text.ts";
import type { KnowingNothing } from "./knowing_options.ts";

/** Most schedules of a mixture that are shown; JSON has all. */
const MOST_ROWS = 16;

/**
 * The schedule, or the random choice among schedules, whose worst path error over all laws is least.
 *
 * @param asked What is asked for
 * @param world Where progress is shown
 * @returns The ratio, a lower bound on it, and the schedules
 * @throws {RangeError} On steps or a length out of range
 */
export function planKnowingNothing(asked: KnowingNothing, { messages }: World): Answer {
  const { knowing, length, steps, randomised } = asked;
  const yardstick = yardstickOf(asked.yardstick);
  messages.show("planning");
  const { value, lowerBound, schedules } = randomised
    ? minimaxMixture({ length, steps, yardstick })
    : oneSchedule(minimaxSchedule({ length, steps, yardstick }));
  const dualityGap = value - lowerBound;
  const error = randomised ? "mean path error" : "path error";
  const document = {
    knowing,
    length,
    steps,
    randomised,
    value,
    lowerBound,
    dualityGap,
    schedules,
  };
  if (asked.asJson) return { document, print: () => `${JSON.stringify(document)}\n` };
  return {
    document,
    print: (columns) =>
      wrapText(
        `Whatever the law of ${countText(length, "token")}, in ${
          countText(steps, "iteration")
        } the ${error} is at most ${ratioText(value, Math.ceil)} times its ${yardstick.name}.`,
        { columns },
      ) +
      wrapText(
        randomised
          ? `No random choice of schedules has less than ${
            ratioText(lowerBound, Math.floor)
          }: the gap is ${dualityGap.toExponential(1)}. Draw one of ${
            countText(schedules.length, "schedule")
          } by its weight, then run it.`
          : "No schedule has less. Exact.",
        { columns },
      ) +
      "\n" + (randomised ? mixtureText(schedules, columns) : scheduleText(schedules[0]!, columns)),
  };
}

function oneSchedule(
  { sizes, value }: ReturnType<typeof minimaxSchedule>,
): { value: number; lowerBound: number; schedules: readonly WeightedSchedule[] } {
  return { value, lowerBound: value, schedules: [{ weight: 1, sizes }] };
}

function scheduleText({ sizes }: WeightedSchedule, columns: number): string {
  return "Sizes in order of unmasking:\n" +
    `  ${sparkline(sizes, { columns: columns - 4 })}\n` +
    wrapText(sizesText(sizes), { columns, indent: 2 });
}

/** The heaviest schedules, each on one line: its sizes where they fit, else as bars. */
function mixtureText(schedules: readonly WeightedSchedule[], columns: number): string {
  const heaviest = schedules.toSorted((a, b) => b.weight - a.weight).slice(0, MOST_ROWS);
  // Two spaces, a weight of six characters, two spaces.
  const width = columns - 12;
  const fit = heaviest.every(({ sizes }) => sizes.join(", ").length <= width);
  const table = tableText(
    ["sizes in order of unmasking", "weight"],
    heaviest.map(({ weight, sizes }) => [
      fit ? sizes.join(", ") : sparkline(sizes, { columns: width }),
      ratioText(weight),
    ]),
  );
  const rest = schedules.length - heaviest.length;
  return table +
    (rest > 0 ? `  .. and ${countText(rest, "lighter schedule")}, all with --json\n` : "");
}

/**
 * Four digits after the point, fewer than are computed; small ones with an exponent. What is said to
 * be at most is rounded up, and what nothing is below down: the sentence stays true.
 */
function ratioText(value: number, round: (scaled: number) => number = Math.round): string {
  if (value === 0) return "0";
  if (value >= 0.001) return (round(1e4 * value) / 1e4).toFixed(4);
  const unit = 10 ** (Math.floor(Math.log10(value)) - 2);
  return (round(value / unit) * unit).toExponential(2);
}
