import type { UnmaskingPolicy, WeightedSizes } from "@unmask/diffusion";
import type { InformationCurve } from "@unmask/information";
import type { KeyValues, SpecKeys, SpecKind } from "./keyed_spec.ts";

/** What a policy is made of beside its own keys. */
export type PolicyParts = "sizes" | "grid" | "nothing";

/** What was given beside the policy's name and keys. */
export interface PolicyContext {
  /** Sizes in order of unmasking, where the kind takes sizes and they were given. */
  readonly sizes?: readonly number[];
  /** Revealed fractions, where the kind takes a grid. */
  readonly grid?: readonly number[];
  /** Weighted schedules, where the kind has a file of them. */
  readonly mixture?: readonly WeightedSizes[];
}

/** What a policy costs by a formula. */
export interface KnownCost {
  /** Path error in nats with the exact predictor. */
  readonly pathError: number;
  /** Mean model evaluations of a sequence. */
  readonly evaluations: number;
}

/** A kind of decoding policy, as a value: its name, its keys, what it takes, and how to make one. */
export interface PolicyKind extends SpecKind {
  /** What it is, one line for the help page. */
  readonly summary: string;
  /** What it needs beside its keys. */
  readonly takes: PolicyParts;
  /** Whether its keys can stand in place of what it takes. */
  readonly standsAlone?: (values: Readonly<Record<string, string | number>>) => boolean;
  /** How it changes the law it samples from, a sentence; absent where it does not. */
  readonly changesLaw?: string;
  /**
   * Makes the policy.
   *
   * @param values The values of its keys
   * @param context What it takes
   * @throws {BadInput | RangeError} On values that make no policy
   */
  open(
    values: Readonly<Record<string, string | number>>,
    context: PolicyContext,
  ): Promise<UnmaskingPolicy>;
  /**
   * What it costs with the exact predictor, where the information curve determines that; absent where
   * it does not.
   *
   * @param curve The curve
   * @param context What it takes
   * @throws {RangeError} On sizes or weights that do not fit
   */
  knownCost?(curve: InformationCurve, context: PolicyContext): Promise<KnownCost>;
}

/**
 * A kind of policy whose `open` sees the types that its keys have.
 *
 * @param kind The kind
 * @returns The same, for the registry
 */
export function policyKind<const K extends SpecKeys>(
  kind: Omit<PolicyKind, "keys" | "open"> & {
    keys: K;
    open(values: KeyValues<K>, context: PolicyContext): Promise<UnmaskingPolicy>;
  },
): PolicyKind {
  return {
    ...kind,
    // The parser gives every key a value of its own notation, see `readKeyedSpec`.
    open: (values, context) => kind.open(values as KeyValues<K>, context),
  };
}
