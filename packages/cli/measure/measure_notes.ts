import type { ModelMeasurement } from "@unmask/measurement";
import { estimatedText, natsText } from "../number_text.ts";
import type { MeasuredContext } from "./measure_answer.ts";

/** Scores beyond this are 1 in 370 where the prediction is right. */
const DISAGREES = 3;

/**
 * What a reader of a measurement should know.
 *
 * @param measurement What was found
 * @param context What was measured
 * @returns Sentences
 */
export async function measureNotes(
  measurement: ModelMeasurement,
  { opened, textNotes, sequences }: Pick<MeasuredContext, "opened" | "textNotes" | "sequences">,
): Promise<string[]> {
  const { greatestRise } = await import("@unmask/measurement");
  const { fit: { curve }, schedules } = measurement;
  const serial = schedules.find(({ schedule }) => schedule === "one-at-a-time")!.predicted;
  const wrong = schedules.filter(({ z }) => z !== undefined && !(Math.abs(z) <= DISAGREES));
  const notes = [
    ...textNotes,
    ...(opened.notes ?? []),
    ...restartNotes(opened.restarts?.() ?? 0),
    gainNote(measurement),
    ...optimismNotes(measurement),
    wrong.length === 0
      ? `What the curve predicts holds on the other sequences: no schedule is more than ${DISAGREES} standard errors off.`
      : `Warning: what the curve predicts does not hold on the other sequences for ${
        wrong.map(({ schedule, z }) => `${schedule} (${z!.toFixed(1)} standard errors off)`).join(
          ", ",
        )
      }: do not trust the plan.`,
    "The curve is the text's and the model's own error together, an estimate. The entropy of the text is unknown, so no path error is known, only differences between schedules.",
    `The training error one token at a time is at most its NLL, ${
      natsText(serial.mean)
    } nats a sequence, since no entropy is below 0; that of another schedule at most this and what the schedule adds. Tighter bounds need the entropy.`,
  ];
  if (curve.counts.length < curve.length) {
    notes.push(
      `Measured at ${curve.counts.length} of ${curve.length} revealed counts: between them the curve is taken to be smooth, and no standard error covers that.`,
    );
  }
  const rise = greatestRise(curve);
  if (rise !== undefined) {
    notes.push(
      `The loss of a masked token rises by ${
        estimatedText(rise.rise)
      } nats from ${rise.from} to ${rise.to} revealed tokens, more than noise explains: there the model makes worse use of more context. The plan is made on a curve that does not rise.`,
    );
  }
  if (sequences.each < 30) {
    notes.push(
      `Warning: standard errors rest on ${sequences.each} sequences a half, and are rough.`,
    );
  }
  return notes;
}

function restartNotes(restarts: number): string[] {
  if (restarts === 0) return [];
  return [
    `Warning: the model's process ended before its time, and was started again ${
      restarts === 1 ? "once" : `${restarts} times`
    }: trust the numbers as far as you know that each of its lives answers alike.`,
  ];
}

/** What the plan gained, or that it is one of the schedules that it is held against. */
function gainNote({ plan, gain, schedules }: ModelMeasurement): string {
  const same = schedules.filter(({ schedule, sizes }) =>
    schedule !== "plan" && `${sizes}` === `${plan.sizes}`
  ).map(({ schedule }) => schedule === "one-at-a-time" ? "one token at a time" : schedule);
  const told = same.length === 0 ? "" : `The plan's sizes are those of ${same.join(" and ")}.`;
  if (same.includes(gain.over)) return told;
  const { mean, standardError } = gain.nats;
  return `${told} Measured gain of the plan over ${gain.over} sizes: ${
    estimatedText(gain.nats)
  } nats a sequence, on sequences that the plan was not made on${
    mean > 1.96 * standardError ? "." : "; noise can explain it."
  }`.trim();
}

/** Why the plan's prediction is not what the curve says of its sizes. */
function optimismNotes({ plan: { optimism } }: ModelMeasurement): string[] {
  // Less than the rounding of long sums.
  if (!(Math.abs(optimism) > 1e-8)) return [];
  return [
    `What the curve predicts for the plan is corrected for optimism by ${
      natsText(optimism)
    } nats: a plan fits the noise of the curve that it is made on, and halves of the sequences show by how much.`,
  ];
}
