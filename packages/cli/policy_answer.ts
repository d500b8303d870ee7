import type { MaskPredictor, UnmaskingPolicy } from "@unmask/diffusion";
import { BadInput } from "./bad_input.ts";
import { blockLengthsOf, hasBlocks } from "./block_options.ts";
import type { Answer, World } from "./command.ts";
import { drawsAtEase } from "./draws_at_ease.ts";
import {
  type AskedPredictor,
  lawChangeOf,
  predictorOf,
  predictorRecord,
} from "./predictor_options.ts";
import { countText, natsText } from "./number_text.ts";
import type { NamedSource } from "./open_source.ts";
import {
  type AskedPolicy,
  type OpenedPolicy,
  policyOf,
  type PolicyValues,
} from "./policy_options.ts";
import { costTable, type PolicyCost } from "./policy_cost.ts";
import type { SampledLaw } from "./source_kind.ts";
import { sourceText } from "./source_text.ts";
import { wrapText } from "./wrap_text.ts";

/**
 * What a decoding policy costs: exactly where the law is small enough to enumerate or the curve
 * determines it, by draws with standard errors elsewhere.
 *
 * @param source The law
 * @param asked The policy
 * @param options `values` of the other options; `predictor`, beside the exact one; `draws` of an estimate;
 *   `seed` of its streams
 * @param world Where files are read, and progress is shown
 * @returns Errors in nats, and model evaluations
 * @throws {BadInput | RangeError} On a source that is no law, or a policy that does not fit it
 */
export async function policyAnswer(
  source: NamedSource,
  asked: AskedPolicy,
  options: {
    values: PolicyValues;
    predictor: AskedPredictor | undefined;
    draws: number | undefined;
    seed: number;
  },
  world: World,
): Promise<Answer> {
  const { law, length } = source;
  if (law === undefined) {
    throw new BadInput(
      "Cannot run error: with --policy the source must be a law, got a curve, which knows no tokens",
    );
  }
  const opened = await policyOf(asked, options.values, { length, io: world.io });
  const { seed } = options;
  const exact = await predictorOf(undefined, law, { seed });
  const cost = await costOf({ source, law, asked, opened, predictor: exact }, options, world);
  const learned = options.predictor && await costOf(
    {
      source,
      law,
      opened,
      predictor: await predictorOf(options.predictor, law, { seed }),
    },
    options,
    world,
  );
  const steps = cost.evaluations ?? cost.estimates!.evaluations.mean;
  const rival = await bestRandom(source, steps);
  const lawChange = lawChangeOf(options.predictor);
  const blocks = blockLengthsOf(options.values, length)?.length;
  const inBlocks = blocks === undefined
    ? ""
    : `, in ${countText(blocks, "block")} from left to right`;
  const notes = [
    ...(asked.kind.changesLaw === undefined ? [] : [asked.kind.changesLaw]),
    ...(lawChange === undefined ? [] : [lawChange]),
  ];
  return {
    document: {
      ...opened.record,
      ...cost,
      ...(options.predictor && { predictor: predictorRecord(options.predictor), learned }),
      bounds: [],
      signatures: [],
      bestRandomPositions: rival,
      ...(notes.length > 0 && { changesLaw: notes.join(" ") }),
    },
    print: (columns) =>
      sourceText(source, columns) +
      wrapText(`Policy ${asked.text}: ${asked.kind.summary}${inBlocks}`, { columns, hang: 2 }) +
      "\n" +
      costTable(cost, "of the policy") +
      (learned === undefined
        ? ""
        : `\n${costTable(learned, `with --predictor ${options.predictor!.kind.name}`)}`) +
      "\n" +
      wrapText([rivalText(rival), ...notes].join(" "), { columns }),
  };
}

async function costOf(
  given: {
    source: NamedSource;
    law: SampledLaw;
    opened: OpenedPolicy;
    predictor: MaskPredictor;
    /** Where the predictor is exact, so that a curve may know the cost. */
    asked?: AskedPolicy;
  },
  { values, draws: asking, seed }: {
    values: PolicyValues;
    draws: number | undefined;
    seed: number;
  },
  { messages }: World,
): Promise<PolicyCost> {
  const { source, law, asked, opened, predictor } = given;
  const policy = opened.value;
  const exact = await enumerated(law, { predictor, policy, messages });
  if (exact !== undefined) return exact;
  const known = asked?.kind.knownCost && !hasBlocks(values) && source.estimate === undefined
    ? await asked.kind.knownCost(await source.curve(), {
      ...opened,
      ...(values.grid && { grid: values.grid }),
    })
    : undefined;
  if (known !== undefined) return { ...known, endpointError: null };
  const { streamFamily } = await import("@unmask/random");
  const { estimatePolicy } = await import("@unmask/diffusion");
  messages.show("drawing a first sequence");
  const draws = asking ?? await drawsAtEase(source, { predictor, policy, seed });
  messages.show(`drawing sequences: 0 of ${draws}`);
  const estimates = estimatePolicy(law, {
    predictor,
    policy,
    draws,
    streams: streamFamily({
      seed,
      cell: `${source.canonical};policy=${policy.name}`,
      purpose: "policy error",
    }),
    observe: (done) => messages.show(`drawing sequences: ${done} of ${draws}`),
  });
  return { pathError: null, endpointError: null, evaluations: null, estimates };
}

/** The exact cost by enumeration, or undefined where that is too large. */
async function enumerated(
  law: SampledLaw,
  { messages, ...options }: {
    predictor: MaskPredictor;
    policy: UnmaskingPolicy;
    messages: World["messages"];
  },
): Promise<PolicyCost | undefined> {
  const { ENDPOINT_COST_LIMIT, EnumerationTooLarge, policyErrors } = await import(
    "@unmask/diffusion"
  );
  if (!((law.vocabularySize + 1) ** law.length <= ENDPOINT_COST_LIMIT)) return undefined;
  messages.show("enumerating the law of the samples");
  try {
    const { pathError, endpointError, evaluations } = policyErrors(law, options);
    return { pathError, endpointError, evaluations };
  } catch (error) {
    if (error instanceof EnumerationTooLarge) return undefined;
    throw error;
  }
}

/** The random positions that a policy is held against. */
interface Rival {
  readonly steps: number;
  readonly pathError: number;
}

/** The least path error of random positions in as many iterations, rounded up; null without a curve. */
async function bestRandom(source: NamedSource, evaluations: number): Promise<Rival | null> {
  if (source.estimate !== undefined) return null;
  const { optimalSchedule } = await import("@unmask/convergence");
  const curve = await source.curve();
  // A mean of whole numbers may be a rounding above one.
  const steps = Math.min(source.length, Math.max(1, Math.ceil(evaluations - 1e-9)));
  return { steps, pathError: optimalSchedule(curve, { steps }).pathError };
}

function rivalText(rival: Rival | null): string {
  return rival === null
    ? "What random positions cost at best is not shown: the curve is estimated, see `unmask plan`."
    : `Random positions with the best sizes have a path error of ${
      natsText(rival.pathError)
    } nats in ${countText(rival.steps, "iteration")}.`;
}
