import { BadInput, escapeControls } from "../bad_input.ts";
import { type Answer, type Command, command } from "../command.ts";
import { commonOptions, DEFAULT_SEED, sourceOption } from "../common_options.ts";
import { integer } from "../notation.ts";
import { openSource } from "../open_source.ts";
import { valueOption } from "../option.ts";
import { checkSampleCost } from "../sample_cost.ts";
import { checkScheduleValues, scheduleOptions, sizesOf } from "../schedule_options.ts";

/** Sequences drawn between two messages on the progress. */
const messageEvery = 64;

/** `sample`: sequences from the parallel sampler with the exact predictor. */
export const sampleCommand: Command = command({
  name: "sample",
  summary: "sequences from the parallel sampler",
  description:
    "Sequences unmasked in parallel: each iteration reveals a random set of positions and draws its tokens independently, from their exact laws given what was revealed before. One sequence a line: tokens, or text where the source is a text.",
  examples: [
    "unmask sample --source potts-chain:length=9,states=4,coupling=3 --sizes 3,3,3",
    "unmask sample --source text:file=a.txt,length=64 --schedule cosine --steps 16",
  ],
  needsLaw: true,
  options: {
    source: sourceOption,
    ...scheduleOptions,
    count: valueOption("--count", {
      notation: integer(1),
      metavar: "N",
      help: "sequences, 1 by default",
    }),
    ...commonOptions,
  },
  async answer(values, { io, messages }): Promise<Answer> {
    checkScheduleValues(values, "run sample");
    const { count = 1, seed = DEFAULT_SEED } = values;
    const source = await openSource(values.source, io);
    const { law, alphabet } = source;
    if (law === undefined) {
      throw new BadInput(
        "Cannot sample: the source must be a law, got a curve, which knows no tokens",
      );
    }
    const sizes = sizesOf(values, { length: source.length, io });
    checkSampleCost(source, { sizes, count });
    const { exactPredictor, unmask } = await import("@unmask/diffusion");
    const { streamFamily } = await import("@unmask/random");
    const streams = streamFamily({
      seed,
      cell: `${source.canonical};sizes=${sizes.join(",")}`,
      purpose: "sample",
    });
    const predictor = exactPredictor(law);
    const samples = Array.from({ length: count }, (_, n) => {
      if (n % messageEvery === 0) messages.show(`sampling: ${n} of ${count}`);
      return unmask(predictor, { sizes, stream: streams.at(n) });
    });
    const texts = alphabet && samples.map((tokens) => alphabet.decode(tokens));
    return {
      document: {
        source: source.record,
        seed,
        sizes,
        iterations: sizes.length,
        samples: samples.map((tokens) => Array.from(tokens)),
        ...(alphabet && { alphabet: alphabet.symbols, text: texts }),
      },
      print: () =>
        (texts?.map(escapeControls) ?? samples.map((tokens) => tokens.join(" ")))
          .map((line) => `${line}\n`).join(""),
    };
  },
});
