import { BadInput } from "../bad_input.ts";
import { sparkline } from "../bars.ts";
import { type Answer, type Command, command } from "../command.ts";
import { commonOptions, sourceOption } from "../common_options.ts";
import { nonNegativeNumber, oneOf } from "../notation.ts";
import { countText, natsText, percentText } from "../number_text.ts";
import { openSource } from "../open_source.ts";
import { valueOption } from "../option.ts";
import { stepsOption } from "../schedule_options.ts";
import { sizesText } from "../sizes_text.ts";
import { sourceText } from "../source_text.ts";
import { tableText } from "../table_text.ts";
import { wrapText } from "../wrap_text.ts";

/** A family of schedules at the planned number of steps. */
interface Comparison {
  readonly schedule: string;
  readonly sizes: readonly number[];
  readonly pathError: number;
}

/** `plan`: the best schedule for a budget of steps or of error. */
export const planCommand: Command = command({
  name: "plan",
  summary: "the best schedule for a number of steps, or for an error",
  description:
    "The sizes of least path error in exactly T iterations, or the fewest iterations whose path error is within a budget, beside the common schedules at the same number of iterations. Exact: no other sizes do better.",
  examples: [
    "unmask plan --source potts-chain:length=64,states=4,coupling=3 --steps 16",
    "unmask plan --source text:file=novel.txt,length=256 --error 0.5",
    "unmask plan --source curve:file=curve.json --steps 32 --format csv > sizes.csv",
  ],
  options: {
    source: sourceOption,
    steps: stepsOption,
    error: valueOption("--error", {
      notation: nonNegativeNumber,
      metavar: "NATS",
      help: "in place of --steps: the path error that is allowed",
    }),
    format: valueOption("--format", {
      notation: oneOf(["json", "csv"]),
      metavar: "FORMAT",
      help: "the sizes as a file: json as --json, csv as iteration,size,revealed",
    }),
    ...commonOptions,
  },
  async answer(values, { io, messages }): Promise<Answer> {
    const { steps, error, format } = values;
    if ((steps === undefined) === (error === undefined)) {
      throw new BadInput(
        `Cannot run plan: the budget must be either --steps T or --error NATS, got ${
          steps === undefined ? "none" : "both"
        }`,
      );
    }
    if (format === "csv" && values.json) {
      throw new BadInput("Cannot run plan: --format must be json where --json is given, got csv");
    }
    const source = await openSource(values.source, io);
    const { fewestSteps, optimalSchedule, pathError } = await import("@unmask/convergence");
    const { revealedCounts, scheduleFamilies } = await import("@unmask/schedules");
    messages.show("computing the information curve");
    const curve = source.curve();
    messages.show("planning");
    const plan = steps !== undefined
      ? optimalSchedule(curve, { steps })
      : fewestSteps(curve, { error: error! });
    const comparison = scheduleFamilies.map((family): Comparison => {
      const sizes = family.sizes({ length: source.length, steps: plan.sizes.length });
      return { schedule: family.name, sizes, pathError: pathError(curve, sizes) };
    });
    const document = {
      steps: plan.sizes.length,
      sizes: plan.sizes,
      pathError: plan.pathError,
      exact: true,
      comparison,
    };
    return {
      document,
      print(columns): string {
        if (format === "json") return `${JSON.stringify(document)}\n`;
        if (format === "csv") {
          const revealed = revealedCounts(plan.sizes);
          return "iteration,size,revealed\n" +
            plan.sizes.map((size, t) => `${t},${size},${revealed[t]}\n`).join("");
        }
        return sourceText(source, columns) +
          wrapText(
            `${countText(document.steps, "iteration")}, path error ${
              natsText(plan.pathError)
            } nats; sizes in order of unmasking:`,
            { columns },
          ) +
          `  ${sparkline(plan.sizes, { columns: columns - 4 })}\n` +
          wrapText(sizesText(plan.sizes), { columns, indent: 2 }) +
          `${gainText(plan.pathError, comparison)}\n\n` +
          tableText(
            ["schedule", "nats", "times the plan", "largest size"],
            [{ schedule: "this plan", ...plan }, ...comparison].map((row) => [
              row.schedule,
              natsText(row.pathError),
              plan.pathError > 0 && row.schedule !== "this plan"
                ? (row.pathError / plan.pathError).toFixed(2)
                : "",
              `${row.sizes.reduce((most, size) => Math.max(most, size), 0)}`,
            ]),
          );
      },
    };
  },
});

/** One sentence on what the plan saves. */
function gainText(planned: number, comparison: readonly Comparison[]): string {
  const uniform = comparison.find((row) => row.schedule === "uniform")!.pathError;
  if (uniform === 0) return "Nothing to gain: uniform sizes make no error either.";
  const gain = Math.max(0, 1 - planned / uniform);
  return gain < 0.0005
    ? "Next to nothing to gain: uniform sizes are within 0.1% of the least error."
    : `The plan saves ${percentText(gain)} of the error of uniform sizes.`;
}
