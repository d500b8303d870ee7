import { BadInput } from "../bad_input.ts";
import { type Answer, type Command, command } from "../command.ts";
import { blockLengthsOf, blockOptions, checkBlockValues, hasBlocks } from "../block_options.ts";
import {
  commonOptions,
  DEFAULT_SEED,
  givenSource,
  isotonicOption,
  optionalSourceOption,
} from "../common_options.ts";
import { nonNegativeNumber, oneOf } from "../notation.ts";
import { notesText } from "../notes_text.ts";
import { estimateOf } from "../estimate_of.ts";
import { openSource } from "../open_source.ts";
import { valueOption } from "../option.ts";
import { budgetOf } from "../plan/budget.ts";
import { drawPlan } from "../plan/draw_plan.ts";
import { figureFile } from "../plan/figure_file.ts";
import { planForBlocks } from "../plan/plan_for_blocks.ts";
import { knowingOptions, readKnowing } from "../plan/knowing_options.ts";
import { planForLosses } from "../plan/plan_for_losses.ts";
import { planForSource } from "../plan/plan_for_source.ts";
import { planFormats } from "../plan/plan_formats.ts";
import { stepsOption } from "../schedule_options.ts";

/** The formats that are one JSON document. */
const jsonFormats = [
  "json",
  ...planFormats.filter(({ document }) => document !== undefined).map(({ name }) => name),
];

/** `plan`: the best schedule for a budget of steps or of error. */
export const planCommand: Command = command({
  name: "plan",
  summary: "the best schedule for a number of steps, or for an error",
  description:
    "The sizes of least path error in exactly T iterations, or the fewest iterations whose path error is within a budget, beside the common schedules at the same number of iterations. Exact, no other sizes do better; for losses, which give a curve only roughly, an estimate with an interval. With --knowing in place of --source: the sizes whose worst case over all laws is least.",
  examples: [
    "unmask plan --source potts-chain:length=64,states=4,coupling=3 --steps 16",
    "unmask plan --source text:file=novel.txt,length=256 --error 0.5",
    "unmask plan --source losses:file=losses.csv,length=256 --steps 16",
    "unmask plan --source curve:file=curve.json --steps 32 --format csv > sizes.csv",
    "unmask plan --source curve:file=curve.json --steps 32 --figure plan.svg",
    "unmask plan --source text:file=novel.txt,length=256 --steps 64 --blocks 8",
    "unmask plan --knowing nothing-tc --length 256 --steps 16 --randomised",
  ],
  options: {
    source: optionalSourceOption,
    isotonic: isotonicOption,
    steps: stepsOption,
    error: valueOption("--error", {
      notation: nonNegativeNumber,
      metavar: "NATS",
      help:
        "in place of --steps: the path error that is allowed; of losses, what its estimate may be",
    }),
    format: valueOption("--format", {
      notation: oneOf(["json", ...planFormats.map(({ name }) => name)]),
      metavar: "FORMAT",
      help: `the sizes as a file: json as --json, ${
        planFormats.map(({ name, summary }) => `${name} as ${summary}`).join(", ")
      }`,
    }),
    figure: valueOption("--figure", {
      notation: figureFile,
      metavar: "FILE",
      help: "draw the plan over the information curve into an .svg or .png, replaced if it exists",
    }),
    ...blockOptions,
    ...knowingOptions,
    ...commonOptions,
  },
  async answer(values, world): Promise<Answer> {
    const knowing = readKnowing(values);
    if (knowing !== undefined) {
      const { planKnowingNothing } = await import("../plan/plan_knowing_nothing.ts");
      return planKnowingNothing(knowing, world);
    }
    const spec = givenSource(values.source, "plan");
    const budget = budgetOf(values);
    checkBlockValues(values, "run plan");
    const format = planFormats.find(({ name }) => name === values.format);
    if (values.json && format !== undefined && format.document === undefined) {
      throw new BadInput(
        `Cannot run plan: --format must be ${
          oneOf(jsonFormats).rule
        } where --json is given, got ${format.name}`,
      );
    }
    if (hasBlocks(values) && format?.document !== undefined && format.blockDocument === undefined) {
      throw new BadInput(
        `Cannot run plan: --format must be one that blocks have, as json, csv or llada, got ${format.name}`,
      );
    }
    const source = await openSource(spec, world.io, values);
    const lengths = blockLengthsOf(values, source.length);
    const { messages } = world;
    const estimate = lengths === undefined
      ? await estimateOf(source, { ...values, messages })
      : undefined;
    const plan = lengths !== undefined
      ? await planForBlocks(source, { lengths, budget }, world)
      : estimate !== undefined
      ? await planForLosses(source, estimate, { budget, seed: values.seed ?? DEFAULT_SEED }, world)
      : await planForSource(source, budget, world);
    if (values.figure !== undefined) await drawPlan(values.figure, plan.figure(), world);
    if (values.format === undefined) return plan;
    // Sizes alone say nothing of how they are known.
    world.messages.note(notesText(plan.notes ?? [], world.io.columns));
    const document = (plan.blocks && format?.blockDocument?.(plan.blocks)) ??
      format?.document?.(plan.sizes) ?? plan.document;
    return {
      document,
      print: () =>
        format !== undefined && format.document === undefined
          ? format.print(plan.sizes)
          : `${JSON.stringify(document)}\n`,
    };
  },
});
