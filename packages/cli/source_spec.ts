import { type KeyedSpec, readKeyedSpec } from "./keyed_spec.ts";
import type { SourceKind } from "./source_kind.ts";

/** A source as the user wrote it, each value read: `KIND:key=value,..`. */
export type SourceSpec = KeyedSpec<SourceKind>;

/**
 * Reads `KIND:key=value,..`.
 *
 * @param text What the user wrote
 * @param kinds The kinds that there are
 * @returns The kind, and a value for every key
 * @throws {BadInput} On an unknown kind or key, a key given twice, a missing key, or a bad value
 */
export function readSourceSpec(text: string, kinds: readonly SourceKind[]): SourceSpec {
  return readKeyedSpec(text, { kinds, thing: "source" });
}
