import type { BoundRow } from "@unmask/convergence";
import { BadInput } from "../bad_input.ts";
import { type Answer, type Command, command, type World } from "../command.ts";
import { blockErrorAnswer } from "../block_error.ts";
import {
  blockLengthsOf,
  blockOptions,
  type BlockValues,
  checkBlockValues,
} from "../block_options.ts";
import { commonOptions, DEFAULT_SEED, isotonicOption, sourceOption } from "../common_options.ts";
import { errorOfLosses } from "../error_of_losses.ts";
import { learnedErrorOf } from "../learned_error.ts";
import {
  checkMeasured,
  checkNotLearned,
  checkNotMeasured,
  learnedOptions,
  type LearnedValues,
} from "../learned_options.ts";
import { readPredictor } from "../predictor_options.ts";
import { countText, enumeratedText, natsText } from "../number_text.ts";
import { estimateOf } from "../estimate_of.ts";
import { type NamedSource, openSource } from "../open_source.ts";
import { valueOption } from "../option.ts";
import { DEFAULT_DRAWS, DRAWS_LIMIT, FEWEST_DRAWS } from "../default_draws.ts";
import { integer } from "../notation.ts";
import { policyOption, type PolicyValues, readPolicy } from "../policy_options.ts";
import { gridOption } from "../grid_notation.ts";
import {
  checkScheduleValues,
  scheduleOptions,
  type ScheduleValues,
  sizesOf,
} from "../schedule_options.ts";
import { sizesText } from "../sizes_text.ts";
import { exactness } from "../exactness.ts";
import { sourceText } from "../source_text.ts";
import { tableText } from "../table_text.ts";
import { tokenDoubtOf } from "../token_doubt.ts";
import { wrapText } from "../wrap_text.ts";

/** `error`: what one schedule costs, exactly, against every bound. */
export const errorCommand: Command = command({
  name: "error",
  summary: "the sampling error of a schedule, and every bound on it",
  description:
    "The path error E KL(p || p_{Y|M}), which the theorems bound, and the endpoint error KL(p || E p_{Y|M}), the law that samples really have: between 0 and the path error, by enumeration where that is feasible. With --predictor also the training error of a predictor that is not exact, which adds to the path error; known failures that the numbers show are named.",
  examples: [
    "unmask error --source potts-chain:length=8,states=3,coupling=1.3 --sizes 3,3,2",
    "unmask error --source copies:length=8,states=2 --schedule cosine --steps 4",
    "unmask error --source curve:file=curve.json --sizes-file today.json",
    "unmask error --source copies:length=8,states=2 --grid 0,0.125,1",
    "unmask error --source copies:length=8,states=2 --sizes 1,3,2,2 --blocks 2",
    "unmask error --source parity:length=8,states=2 --policy entropy:count=2",
    "unmask error --source text:file=a.txt,length=64 --policy dilated --blocks 4",
    "unmask error --source table:file=t.json --sizes 4,4 --predictor noisy:scale=1",
    "unmask error --source copies:length=8,states=2 --sizes 4,4 --measured 0,0.1",
  ],
  options: {
    source: sourceOption,
    isotonic: isotonicOption,
    ...scheduleOptions,
    grid: gridOption,
    ...blockOptions,
    policy: policyOption,
    draws: valueOption("--draws", {
      notation: integer(2, DRAWS_LIMIT),
      metavar: "N",
      help:
        `with --policy: sequences drawn for an estimate where nothing exact is known; by default ${FEWEST_DRAWS} to ${DEFAULT_DRAWS}, fewer where one takes long`,
    }),
    ...learnedOptions,
    ...commonOptions,
  },
  takesPolicy: true,
  async answer(values, world): Promise<Answer> {
    const { io, messages } = world;
    if (values.policy !== undefined) return await errorOfPolicy(values.policy, values, world);
    if (values.draws !== undefined) {
      throw new BadInput("Cannot run error: --draws must stand with --policy, got none");
    }
    if (values.grid !== undefined) {
      checkNoSchedule(values);
      checkNotLearned(values, "--grid");
      const { gridAnswer } = await import("../grid_answer.ts");
      return gridAnswer(await openSource(values.source, io, values), values.grid, world);
    }
    checkScheduleValues(values, "run error");
    checkBlockValues(values, "run error");
    checkMeasured(values);
    const predictor = readPredictor(values);
    const source = await openSource(values.source, io, values);
    const lengths = blockLengthsOf(values, source.length);
    if (lengths !== undefined) {
      checkNotLearned(values, "blocks");
      return blockErrorAnswer(source, { lengths, values }, world);
    }
    const sizes = sizesOf(values, { length: source.length, io });
    if (source.estimate !== undefined) {
      checkNotLearned(values, `${source.record["kind"]}, whose curve is estimated`);
    }
    const estimate = await estimateOf(source, { ...values, messages });
    if (estimate !== undefined) {
      return await errorOfLosses(source, estimate, sizes);
    }
    const { boundRows, bounds, pathError } = await import("@unmask/convergence");
    messages.show("computing the information curve");
    const curve = await source.curve();
    const path = pathError(curve, sizes);
    const tokens = sizes.length === 1 ? await tokenDoubtOf(source) : undefined;
    const rows = boundRows(curve, sizes, tokens);
    messages.show("enumerating the law of the samples");
    const endpoint = await endpointErrorOf(source, sizes);
    const exact = { curve, sizes, pathError: path, endpointError: endpoint };
    const learned = await learnedErrorOf(source, { exact, predictor, values }, world);
    return {
      document: {
        ...(source.altered !== undefined && exactness(source)),
        sizes,
        pathError: path,
        endpointError: endpoint,
        bounds: rows,
        ...learned.document,
      },
      print(columns): string {
        const endpointText = endpoint === null
          ? source.law === undefined ? "unknown" : "too large"
          : enumeratedText(endpoint);
        const note = source.law === undefined
          ? "The endpoint error needs the law; a curve does not determine it."
          : "The endpoint error is by enumeration, which is too large here.";
        return sourceText(source, columns) +
          wrapText(
            `${countText(sizes.length, "iteration")} of sizes ${sizesText(sizes)}`,
            { columns, hang: 2 },
          ) +
          "\n" +
          tableText(["error", "nats"], [
            ["path error", natsText(path)],
            ["endpoint error", endpointText],
            ...learned.rows,
          ]) +
          (endpoint === null ? `${note}\n` : "") +
          "\n" +
          tableText(
            ["bound on the path error", "kind", "nats", "holds"],
            rows.map((row, i) => [
              bounds[i]!.name,
              row.kind,
              row.value === null ? "-" : natsText(row.value),
              holdsText(row),
            ]),
          ) +
          learned.print(columns);
      },
    };
  },
});

/** What a policy costs, see `policyAnswer`. */
async function errorOfPolicy(
  text: string,
  values: PolicyValues & {
    source: string;
    isotonic: boolean;
    draws: number | undefined;
    seed: number | undefined;
  } & LearnedValues,
  world: World,
): Promise<Answer> {
  const asked = readPolicy(text, values, "run error");
  const predictor = readPredictor(values);
  checkNotMeasured(values, "--policy");
  const { policyAnswer } = await import("../policy_answer.ts");
  const source = await openSource(values.source, world.io, values);
  const { draws, seed = DEFAULT_SEED } = values;
  return await policyAnswer(source, asked, { values, predictor, draws, seed }, world);
}

/** Sizes are random on a grid: none may be given beside it, nor blocks that they would have to fill. */
function checkNoSchedule(values: ScheduleValues & BlockValues): void {
  const { sizes, "sizes-file": file, schedule, steps, blocks, "block-length": blockLength } =
    values;
  const given = sizes ? "--sizes" : schedule ? "--schedule" : steps ? "--steps" : undefined;
  if (given !== undefined) {
    throw new BadInput(
      `Cannot run error: --grid must stand without --sizes, --schedule and --steps, got ${given}`,
    );
  }
  const other = file ? "--sizes-file" : blocks ? "--blocks" : blockLength ? "--block-length" : "";
  if (other !== "") {
    throw new BadInput(
      `Cannot run error: --grid must stand without a file of sizes and without blocks, got ${other}`,
    );
  }
}

/** Whether a bound holds, in words. */
function holdsText({ applies, holds }: BoundRow): string {
  if (!applies) return "not stated here";
  if (holds === null) return "not checked";
  return holds ? "yes" : "NO";
}

/** The endpoint error where the law is known and small enough to enumerate, else null. */
async function endpointErrorOf(
  source: NamedSource,
  sizes: readonly number[],
): Promise<number | null> {
  const { law } = source;
  if (law === undefined) return null;
  const { ENDPOINT_COST_LIMIT, endpointCost, endpointError, exactPredictor } = await import(
    "@unmask/diffusion"
  );
  // The states alone decide for long sequences, where adding up the steps would take a while.
  if (!((law.vocabularySize + 1) ** law.length <= ENDPOINT_COST_LIMIT)) return null;
  if (!(endpointCost(law, sizes) <= ENDPOINT_COST_LIMIT)) return null;
  return endpointError(law, { predictor: exactPredictor(law), sizes });
}
