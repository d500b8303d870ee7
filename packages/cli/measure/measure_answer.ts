import type { Estimate } from "@unmask/information";
import type { MeasuredSchedule, ModelMeasurement, RevealPattern } from "@unmask/measurement";
import { escapeControls } from "../bad_input.ts";
import { bar, sparkline } from "../bars.ts";
import type { Answer } from "../command.ts";
import { fewOf } from "../few_of.ts";
import type { OpenedModel } from "../models/model_kind.ts";
import { notesText } from "../notes_text.ts";
import { countText, estimatedText, natsText } from "../number_text.ts";
import { sizesText } from "../sizes_text.ts";
import { tableText } from "../table_text.ts";
import { wrapText } from "../wrap_text.ts";
import { measureNotes } from "./measure_notes.ts";

/** Standard errors that are rounding, in nats. */
const ROUNDING = 1e-12;

/** Columns of the longest bar. */
const BAR = 20;

/** Longest name that is shown in full, in characters. */
const LONGEST_NAME = 60;

/** What was measured, and on what. */
export interface MeasuredContext {
  /** The model. */
  readonly opened: OpenedModel;
  /** Where the text came from. */
  readonly text: Readonly<Record<string, string | number | null>>;
  /** What a reader should know of the text. */
  readonly textNotes: readonly string[];
  /** What was always revealed. */
  readonly pattern: RevealPattern;
  /** Sequences of each half, and how many the text has. */
  readonly sequences: { readonly each: number; readonly found: number };
  /** The seed. */
  readonly seed: number;
}

/**
 * The answer of `measure`. Everything in it is an estimate, and says so.
 *
 * @param measurement What was found
 * @param context What was measured
 * @returns The document, and its text
 */
export async function measureAnswer(
  measurement: ModelMeasurement,
  context: MeasuredContext,
): Promise<Answer> {
  const { curveAtEveryCount } = await import("@unmask/measurement");
  const { fit, plan, schedules, gain } = measurement;
  const { model, record, restarts } = context.opened;
  const curve = fit.estimate.curve.values;
  const everyCount = curveAtEveryCount(fit);
  const notes = await measureNotes(measurement, context);
  const [planned] = schedules;
  return {
    document: {
      model: { ...record, ...(restarts !== undefined && { restarts: restarts() }) },
      text: context.text,
      length: model.length,
      vocabularySize: model.vocabularySize,
      exact: false,
      seed: context.seed,
      revealed: Array.from(context.pattern.given),
      unmasked: context.pattern.unmasked.length,
      sequences: { curve: context.sequences.each, validation: context.sequences.each },
      informationCurve: Array.from(curve),
      standardErrors: everyCount.map(({ standardError }) => standardError),
      modelCurve: {
        revealedCounts: Array.from(fit.curve.counts),
        losses: Array.from(fit.curve.losses),
        standardErrors: Array.from(fit.curve.standardErrors),
      },
      schedules: schedules.map(({ z, measured, ...row }) => ({
        ...row,
        measured: measured ?? null,
        z: z ?? null,
      })),
      plan: {
        steps: plan.sizes.length,
        sizes: plan.sizes,
        predicted: planned!.predicted,
        measured: planned!.measured,
        z: planned!.z,
        optimism: plan.optimism,
        gain: { over: gain.over, ...gain.nats },
      },
      notes,
    },
    print: (columns) =>
      headingText(context, columns) +
      // What makes all of it another number than it seems stands before the first of them.
      (context.textNotes.length === 0 ? "" : `${notesText(context.textNotes, columns)}\n`) +
      curveText(measurement) +
      "\n" +
      wrapText(
        `The plan, ${countText(plan.sizes.length, "iteration")}; sizes in order of unmasking:`,
        { columns },
      ) +
      `  ${sparkline(plan.sizes, { columns: columns - 4 })}\n` +
      wrapText(sizesText(plan.sizes), { columns, indent: 2 }) +
      "\n" +
      schedulesText(schedules) +
      "\n" +
      notesText(notes.slice(context.textNotes.length), columns),
  };
}

function headingText(
  { opened, text, pattern, sequences }: MeasuredContext,
  columns: number,
): string {
  const { model, record } = opened;
  const { length, vocabularySize } = model;
  const { given, unmasked } = pattern;
  const parts = [
    nameText(record["kind"], record["name"]),
    nameText(text["kind"], text["file"] ?? text["name"]),
    `length ${length}`,
    `vocabulary ${vocabularySize}`,
    ...(given.length === 0
      ? []
      : [`${countText(given.length, "position")} always revealed, ${unmasked.length} unmasked`]),
    `${sequences.each} sequences for the curve and ${sequences.each} others to hold it against, of ${sequences.found}`,
  ];
  return `${wrapText(parts.join(", "), { columns, hang: 2 })}\n`;
}

/** A kind and a name that others chose, which must neither steer the terminal nor be wider than it. */
function nameText(kind: unknown, name: unknown): string {
  const whole = escapeControls(`${name ?? ""}`);
  const cut = whole.length > LONGEST_NAME ? `${whole.slice(0, LONGEST_NAME)}..` : whole;
  return `${kind} ${cut}`.trim();
}

/** What was measured, at a few of the measured counts, beside the smooth curve of the plan. */
function curveText({ fit }: ModelMeasurement): string {
  const { counts, losses, standardErrors } = fit.curve;
  const smooth = fit.estimate.curve.values;
  const most = losses.reduce((greatest, loss) => Math.max(greatest, loss), 0);
  return tableText(
    ["k revealed", "measured, nats", "standard error", "smooth fit", ""],
    fewOf(0, counts.length - 1).map((j) => [
      `${counts[j]}`,
      natsText(losses[j]!),
      // With nothing revealed all sequences may have one loss, but for the last bit.
      natsText(standardErrors[j]! < ROUNDING ? 0 : standardErrors[j]!),
      natsText(smooth[counts[j]!]!),
      most > 0 ? bar(losses[j]! / most, BAR).padEnd(BAR) : "",
    ]),
  );
}

function schedulesText(schedules: readonly MeasuredSchedule[]): string {
  return tableText(
    ["schedule", "above one at a time", "NLL predicted", "NLL measured", "z"],
    schedules.map(({ schedule, aboveOneAtATime, predicted, measured, z }) => [
      schedule === "one-at-a-time" ? "one at a time" : schedule,
      schedule === "one-at-a-time" ? "0" : shortText(aboveOneAtATime),
      shortText(predicted),
      measured === undefined ? "" : shortText(measured),
      z === undefined ? "" : z.toFixed(1),
    ]),
  );
}

/** Two digits after the point are enough beside a standard error, unless the numbers are small. */
function shortText({ mean, standardError }: Estimate): string {
  if (Math.abs(mean) < 1 || standardError < 0.01) return estimatedText({ mean, standardError });
  return `${mean.toFixed(2)} +- ${standardError.toFixed(2)}`;
}
