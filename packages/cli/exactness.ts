import type { OpenedSource } from "./source_kind.ts";

/** What an answer says of a curve that is computed with as it is. */
export interface Exactness {
  /** Whether the curve is the one that was given. */
  readonly exact: boolean;
  /** How it differs, in words; absent where it does not. */
  readonly notes?: readonly string[];
}

/**
 * Whether a source's curve is the one that was given, as JSON answers say it.
 *
 * @param source The source
 * @returns `exact`, and `notes` where it is not
 */
export function exactness({ altered }: Pick<OpenedSource, "altered">): Exactness {
  return altered === undefined ? { exact: true } : { exact: false, notes: [altered] };
}
