import { BadInput } from "../bad_input.ts";

/** What a plan may spend. */
export type Budget =
  | { readonly kind: "steps"; readonly steps: number }
  | { readonly kind: "error"; readonly error: number };

/**
 * The one budget that the options give.
 *
 * @param values `steps` and `error` as given
 * @returns The budget
 * @throws {BadInput} On none, or on both
 */
export function budgetOf(
  { steps, error }: { steps: number | undefined; error: number | undefined },
): Budget {
  if (steps !== undefined && error === undefined) return { kind: "steps", steps };
  if (error !== undefined && steps === undefined) return { kind: "error", error };
  throw new BadInput(
    `Cannot run plan: the budget must be either --steps T or --error NATS, got ${
      steps === undefined ? "none" : "both"
    }`,
  );
}
