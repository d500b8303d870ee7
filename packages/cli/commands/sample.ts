import { BadInput } from "../bad_input.ts";
import { blockOptions, hasBlocks } from "../block_options.ts";
import { type Command, command, type StreamedAnswer } from "../command.ts";
import { commonOptions, DEFAULT_SEED, sourceOption } from "../common_options.ts";
import type { Io } from "../io.ts";
import { integer, oneOf } from "../notation.ts";
import { gridOption } from "../grid_notation.ts";
import {
  type AskedPolicy,
  policyOf,
  policyOption,
  type PolicyValues,
  readPolicy,
} from "../policy_options.ts";
import { randomKind } from "../policies/random_kinds.ts";
import { predictorOptions, readPredictor } from "../predictor_options.ts";
import { openSource } from "../open_source.ts";
import { flagOption, valueOption } from "../option.ts";
import { formOf } from "../sample/form_of.ts";
import { checkIterationCost } from "../sample/iteration_cost.ts";
import { sampleBlocks } from "../sample/sample_blocks.ts";
import { sampleFormats } from "../sample/sample_formats.ts";
import { SAMPLE_COUNT_LIMIT, type Sampling, samplingOf } from "../sample/sampling.ts";
import { checkScheduleValues, scheduleOptions, sizesOf } from "../schedule_options.ts";

/** `sample`: sequences from the parallel sampler with the exact predictor. */
export const sampleCommand: Command = command({
  name: "sample",
  summary: "sequences from the parallel sampler",
  description:
    "Sequences unmasked in parallel: each iteration reveals a random set of positions, or the set that a policy chooses, and draws its tokens independently, from their exact laws given what was revealed before. One sequence a line: tokens, or text where the source is a text. They are written as they are drawn, any number in the same memory; the first of a longer run are those of a shorter one.",
  examples: [
    "unmask sample --source model:file=news --schedule uniform --steps 16 --watch",
    "unmask sample --source potts-chain:length=9,states=4,coupling=3 --sizes 3,3,3",
    "unmask sample --source copies:length=9,states=4 --sizes 1,8 --format jsonl",
    "unmask sample --source copies:length=9,states=4 --sizes 3,3,3 --watch",
    "unmask sample --source copies:length=9,states=4 --policy bisection --watch",
    "unmask sample --source text:file=a.txt,length=64 --schedule cosine --steps 16",
    "unmask sample --source table:file=a.json --sizes 3,3,3 --format npy > a.npy",
  ],
  needsLaw: true,
  options: {
    source: sourceOption,
    ...scheduleOptions,
    count: valueOption("--count", {
      notation: integer(1, SAMPLE_COUNT_LIMIT),
      metavar: "N",
      help: "sequences, 1 by default",
    }),
    format: valueOption("--format", {
      notation: oneOf(sampleFormats.map(({ name }) => name)),
      metavar: "FORMAT",
      help: `${
        sampleFormats.map(({ name, summary }) => `${name} as ${summary}`).join(", ")
      }; text by default`,
    }),
    workers: valueOption("--workers", {
      notation: integer(1, 256),
      metavar: "N",
      help:
        "threads that draw, 1 by default: the same sequences for any number; for chains and random positions",
    }),
    watch: flagOption("--watch", {
      help:
        "draw each sequence as it is unmasked, in a colour for each iteration; a line for each iteration where the output is no terminal",
    }),
    policy: policyOption,
    grid: gridOption,
    ...blockOptions,
    ...predictorOptions,
    ...commonOptions,
  },
  takesPolicy: true,
  async answer(values, world): Promise<StreamedAnswer> {
    const asked = askedPolicy(values);
    const predictor = readPredictor(values);
    const format = formOf(values, world.io);
    const { count = 1, seed = DEFAULT_SEED } = values;
    const source = await openSource(values.source, world.io);
    const context = { length: source.length, io: world.io };
    const plan = await planOf(asked, values, context);
    // A policy may ask for all tokens in its first iteration.
    checkIterationCost(source, plan.sizes ?? [source.length]);
    const sampling = await samplingOf({
      source,
      count,
      seed,
      ...plan,
      ...(predictor && { predictor }),
    });
    if (values.watch) {
      if (values.workers !== undefined) {
        throw new BadInput(
          `Cannot run sample: --workers must stand without --watch, got ${values.workers}`,
        );
      }
      const { watchSampling } = await import("../watch/watch_sampling.ts");
      return { pieces: watchSampling(sampling, world) };
    }
    const { chain } = sampling;
    const { workers = 1 } = values;
    if (chain === undefined) {
      if (workers > 1) refuseWorkers(workers);
      return { pieces: format.pieces(sampling, () => sampleBlocks(sampling, world)) };
    }
    const { chainBlocks } = await import("../sample/chain_blocks.ts");
    const drawn = { ...chain, workers };
    return { pieces: format.pieces(sampling, () => chainBlocks(sampling, drawn, world)) };
  },
});

/** How positions are chosen: by sizes of random ones, which has a fast path, or by a policy. */
async function planOf(
  asked: AskedPolicy | undefined,
  values: PolicyValues,
  context: { length: number; io: Io },
): Promise<Pick<Sampling, "sizes" | "policy" | "record">> {
  if (asked === undefined || (asked.kind === randomKind && !hasBlocks(values))) {
    const sizes = sizesOf(values, context);
    const policy = asked && { policy: asked.text };
    return { sizes, record: { ...policy, sizes, iterations: sizes.length } };
  }
  const policy = await policyOf(asked, values, context);
  return { policy, record: policy.record };
}

/** The policy asked for; none where random positions of given sizes are. */
function askedPolicy(
  values: PolicyValues & { policy: string | undefined },
): AskedPolicy | undefined {
  const { policy, grid } = values;
  if (policy !== undefined) return readPolicy(policy, values, "run sample");
  if (grid !== undefined || hasBlocks(values)) {
    throw new BadInput(
      `Cannot run sample: ${
        grid === undefined ? "blocks" : "--grid"
      } must stand with --policy, as in --policy ${
        grid === undefined ? "random" : "bernoulli"
      }, got none`,
    );
  }
  checkScheduleValues(values, "run sample");
  return undefined;
}

function refuseWorkers(workers: number): never {
  throw new BadInput(
    `Cannot run sample: with several workers the source must be a Potts chain, a Markov chain or a text, its positions random and its predictor exact, got ${workers} workers for another run`,
  );
}
