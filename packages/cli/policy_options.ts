import type { UnmaskingPolicy, WeightedSizes } from "@unmask/diffusion";
import { type BlockLengths, evenBlockSteps, sizesByBlock } from "@unmask/schedules";
import { BadInput } from "./bad_input.ts";
import { blockLengthsOf, type BlockValues, checkBlockValues } from "./block_options.ts";
import type { Io } from "./io.ts";
import { readKeyedSpec } from "./keyed_spec.ts";
import { anyText } from "./notation.ts";
import { valueOption } from "./option.ts";
import type { PolicyKind } from "./policy_kind.ts";
import { policyKinds } from "./policy_kinds.ts";
import { readMixture } from "./policies/read_mixture.ts";
import { checkScheduleValues, type ScheduleValues, sizesOf } from "./schedule_options.ts";

/** The option that names a decoding policy. */
export const policyOption = valueOption("--policy", {
  notation: anyText,
  metavar: "NAME:KEY=VALUE,..",
  help: "which tokens are unmasked together, in place of random ones; see the policies below",
});

/** The values of the options that a policy is made of. */
export interface PolicyValues extends ScheduleValues, BlockValues {
  /** Revealed fractions. */
  readonly grid: readonly number[] | undefined;
}

/** A policy as it was asked for: its kind, with the values of its keys. */
export interface AskedPolicy {
  /** As written. */
  readonly text: string;
  /** The kind. */
  readonly kind: PolicyKind;
  /** The values of its keys. */
  readonly values: Readonly<Record<string, string | number>>;
  /** Whether sizes were given for it. */
  readonly hasSizes: boolean;
}

/**
 * Reads a policy, and checks that it has what it takes and nothing else, before anything is opened.
 *
 * @param text What the user wrote after --policy
 * @param values The other options
 * @param action As in "run error"
 * @returns The policy asked for
 * @throws {BadInput} On no such policy, or options that it does not take
 */
export function readPolicy(text: string, values: PolicyValues, action: string): AskedPolicy {
  const spec = readKeyedSpec(text, { kinds: policyKinds, thing: "policy" });
  const { kind } = spec;
  const { sizes, "sizes-file": file, schedule, steps, grid } = values;
  checkBlockValues(values, action);
  const hasSizes = sizes !== undefined || file !== undefined || schedule !== undefined ||
    steps !== undefined;
  const alone = kind.standsAlone?.(spec.values) ?? false;
  const takes = alone ? "nothing" : kind.takes;
  if (takes === "sizes" && grid !== undefined) {
    throw new BadInput(
      `Cannot ${action}: the policy ${kind.name} must have sizes, got --grid, which bernoulli takes`,
    );
  }
  if (takes === "sizes") {
    if (!hasSizes && kind.standsAlone !== undefined) {
      throw new BadInput(
        `Cannot ${action}: the policy ${kind.name} must have count=.., or sizes as --sizes, --sizes-file or --schedule with --steps, got none`,
      );
    }
    checkScheduleValues(values, action);
  } else if (hasSizes) {
    throw new BadInput(
      `Cannot ${action}: the policy ${text} must stand without sizes, a schedule and steps, got some`,
    );
  }
  if ((takes === "grid") !== (grid !== undefined)) {
    throw new BadInput(
      takes === "grid"
        ? `Cannot ${action}: the policy ${kind.name} must have --grid FRACTIONS, got none`
        : `Cannot ${action}: the policy ${text} must stand without --grid, got one`,
    );
  }
  return { text, ...spec, hasSizes };
}

/** A policy that is ready, with what it was made of. */
export interface OpenedPolicy {
  /** The policy. */
  readonly value: UnmaskingPolicy;
  /** One text for one policy: its kind, with numbers as they were read and files by their contents. */
  readonly canonical: string;
  /** Sizes of the whole sequence, where it takes them. */
  readonly sizes?: readonly number[];
  /** Weighted schedules, where it has a file of them. */
  readonly mixture?: readonly WeightedSizes[];
  /** How it changes the law it samples from, a sentence; absent where it does not. */
  readonly changesLaw?: string;
  /** What JSON answers say of it: `policy`, and the sizes, fractions, blocks and file it was made of. */
  readonly record: Readonly<Record<string, unknown>>;
}

/**
 * The policy that was asked for, ready for sequences of a length: inside blocks where these are wanted.
 * Files are read here, once, since standard input can be one.
 *
 * Sizes are those of the whole sequence, and fill the blocks one after another; a family is run in every
 * block, with the steps shared out evenly.
 *
 * @param asked The policy
 * @param values The other options
 * @param context `length` of a sequence; `io`, where files are read
 * @returns The policy, and what it was made of
 * @throws {BadInput | RangeError} On sizes or blocks that do not fit
 */
export async function policyOf(
  asked: AskedPolicy,
  values: PolicyValues,
  context: { length: number; io: Io },
): Promise<OpenedPolicy> {
  const { length, io } = context;
  const { grid } = values;
  const { file } = asked.values;
  const lengths = blockLengthsOf(values, length);
  const read = file === undefined ? undefined : await readMixture(String(file), io);
  const mixture = read && { mixture: read.schedules };
  const open = (sizes?: readonly number[]): Promise<UnmaskingPolicy> =>
    asked.kind.open(asked.values, {
      ...(sizes && { sizes }),
      ...(grid && { grid }),
      ...mixture,
    });
  const split = asked.hasSizes ? splitSizes(values, { ...context, lengths }) : undefined;
  const sizes = split && { sizes: split.flat() };
  return {
    value: lengths === undefined
      ? await open(split?.[0])
      : await policyInBlocks(lengths, { split, open }),
    canonical: canonicalText(asked, read?.sha256),
    ...sizes,
    ...mixture,
    ...(asked.kind.changesLaw !== undefined && { changesLaw: asked.kind.changesLaw }),
    record: {
      policy: asked.text,
      ...(read && { sha256: read.sha256 }),
      ...sizes,
      ...(grid && { grid }),
      ...(lengths && { blocks: lengths.map((length) => ({ length })) }),
    },
  };
}

/** The sizes of each block; those of the whole sequence where there are none. */
function splitSizes(
  values: PolicyValues,
  { length, io, lengths }: { length: number; io: Io; lengths: BlockLengths | undefined },
): (readonly number[])[] {
  if (lengths === undefined) return [sizesOf(values, { length, io })];
  const { schedule, steps } = values;
  return schedule === undefined
    ? [...sizesByBlock(sizesOf(values, { length, io, inBlocks: true }), { lengths })]
    : evenBlockSteps(lengths, { steps: steps! })
      .map((steps, b) => schedule.sizes({ length: lengths[b]!, steps }));
}

async function policyInBlocks(
  lengths: BlockLengths,
  { split, open }: {
    split: readonly (readonly number[])[] | undefined;
    open: (sizes?: readonly number[]) => Promise<UnmaskingPolicy>;
  },
): Promise<UnmaskingPolicy> {
  const { inBlocks } = await import("@unmask/diffusion");
  if (split === undefined) return inBlocks({ lengths, inside: await open() });
  const inside: UnmaskingPolicy[] = [];
  for (const sizes of split) inside.push(await open(sizes));
  return inBlocks({ lengths, inside });
}

function canonicalText({ kind, values }: AskedPolicy, sha256: string | undefined): string {
  const parts = Object.entries(values).map(([key, value]) =>
    key === "file" ? `file=sha256-${sha256}` : `${key}=${value}`
  );
  return parts.length === 0 ? kind.name : `${kind.name}:${parts.join(",")}`;
}
