import { BadInput } from "./bad_input.ts";
import type { Io } from "./io.ts";
import type { OpenedSource, SourceKind, SourceRecord } from "./source_kind.ts";
import { sourceKinds } from "./source_kinds.ts";
import { type KeyedSpec, readKeyedSpec } from "./keyed_spec.ts";

/** A source that is ready, with what to call it. */
export interface NamedSource extends OpenedSource {
  /** The kind, its keys, and what was learned on opening it: the `source` of JSON answers. */
  readonly record: SourceRecord;
  /**
   * One text for one law: the kind and keys in their fixed order, files by their contents. Equal
   * for a file that was moved or named another way.
   */
  readonly canonical: string;
}

/**
 * Opens the source that the user wrote.
 *
 * @param text `KIND:key=value,..`
 * @param io Where files are read
 * @param options `isotonic`, to replace a curve that increases; refused otherwise
 * @returns The source
 * @throws {BadInput} On a text, values or files that make no source, or `isotonic` for another kind
 */
export async function openSource(
  text: string,
  io: Io,
  options: { isotonic?: boolean } = {},
): Promise<NamedSource> {
  const { isotonic = false } = options;
  const spec = readKeyedSpec(text, { kinds: sourceKinds, thing: "source" });
  if (isotonic && !(spec.kind.takesIsotonic ?? false)) {
    throw new BadInput(
      `Cannot open the source: with --isotonic its kind must be curve or losses, got ${spec.kind.name}`,
    );
  }
  const source = await spec.kind.open(spec.values, io, { isotonic });
  const record = { kind: spec.kind.name, ...spec.values, ...source.findings };
  return { ...source, record, canonical: canonicalText(spec, record) };
}

function canonicalText(spec: KeyedSpec<SourceKind>, record: SourceRecord): string {
  const parts = Object.entries(spec.values).map(([key, value]) =>
    key === "file" ? `file=sha256-${record["sha256"]}` : `${key}=${value}`
  );
  return `${spec.kind.name}:${parts.join(",")}`;
}
