import { BadInput } from "../bad_input.ts";
import { type Answer, type Command, command } from "../command.ts";
import { commonOptions, DEFAULT_SEED, isotonicOption, sourceOption } from "../common_options.ts";
import { nonNegativeNumber, oneOf } from "../notation.ts";
import { openSource } from "../open_source.ts";
import { valueOption } from "../option.ts";
import { budgetOf } from "../plan/budget.ts";
import { planForLosses } from "../plan/plan_for_losses.ts";
import { planForSource } from "../plan/plan_for_source.ts";
import { planFormats } from "../plan/plan_formats.ts";
import { stepsOption } from "../schedule_options.ts";

/** `plan`: the best schedule for a budget of steps or of error. */
export const planCommand: Command = command({
  name: "plan",
  summary: "the best schedule for a number of steps, or for an error",
  description:
    "The sizes of least path error in exactly T iterations, or the fewest iterations whose path error is within a budget, beside the common schedules at the same number of iterations. Exact: no other sizes do better.",
  examples: [
    "unmask plan --source potts-chain:length=64,states=4,coupling=3 --steps 16",
    "unmask plan --source text:file=novel.txt,length=256 --error 0.5",
    "unmask plan --source losses:file=losses.csv,length=256 --steps 16",
    "unmask plan --source curve:file=curve.json --steps 32 --format csv > sizes.csv",
  ],
  options: {
    source: sourceOption,
    isotonic: isotonicOption,
    steps: stepsOption,
    error: valueOption("--error", {
      notation: nonNegativeNumber,
      metavar: "NATS",
      help: "in place of --steps: the path error that is allowed",
    }),
    format: valueOption("--format", {
      notation: oneOf(["json", ...planFormats.map(({ name }) => name)]),
      metavar: "FORMAT",
      help: `the sizes as a file: json as --json, ${
        planFormats.map(({ name, summary }) => `${name} as ${summary}`).join(", ")
      }`,
    }),
    ...commonOptions,
  },
  async answer(values, world): Promise<Answer> {
    const budget = budgetOf(values);
    const format = planFormats.find(({ name }) => name === values.format);
    if (format !== undefined && !format.isJson && values.json) {
      throw new BadInput(
        `Cannot run plan: --format must be json where --json is given, got ${format.name}`,
      );
    }
    const source = await openSource(values.source, world.io, values);
    const estimate = await source.estimate?.();
    const plan = estimate === undefined
      ? await planForSource(source, budget, world)
      : await planForLosses(source, estimate, { budget, seed: values.seed ?? DEFAULT_SEED }, world);
    if (values.format === undefined) return plan;
    return {
      document: plan.document,
      print: () => format?.print(plan.sizes) ?? `${JSON.stringify(plan.document)}\n`,
    };
  },
});
