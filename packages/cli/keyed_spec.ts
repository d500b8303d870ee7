import { BadInput, shown } from "./bad_input.ts";
import { readValue } from "./notation.ts";
import type { SourceKeys } from "./source_kind.ts";

/** Something with a name and keys, as it is written: `NAME:key=value,..`. */
export interface Keyed {
  /** Name, before the colon. */
  readonly name: string;
  /** Its keys. */
  readonly keys: SourceKeys;
}

/** One of some kinds as the user wrote it, each value read. */
export interface KeyedSpec<Kind extends Keyed> {
  /** The kind. */
  readonly kind: Kind;
  /** A value for every key of the kind, in their order. */
  readonly values: Readonly<Record<string, string | number>>;
}

/**
 * Reads `KIND:key=value,..`.
 *
 * A value runs to the next comma, so it may contain `=` and `:` but no comma.
 *
 * @param text What the user wrote
 * @param options `kinds` that there are; `thing` that they are, as in "source", which is also the
 *   name of the option
 * @returns The kind, and a value for every key
 * @throws {BadInput} On an unknown kind or key, a key given twice, a missing key, or a bad value
 */
export function readKeyedSpec<Kind extends Keyed>(
  text: string,
  { kinds, thing }: { kinds: readonly Kind[]; thing: string },
): KeyedSpec<Kind> {
  const colon = text.indexOf(":");
  const name = colon < 0 ? text : text.slice(0, colon);
  const kind = kinds.find((candidate) => candidate.name === name);
  if (kind === undefined) {
    const known = kinds.map((candidate) => candidate.name).join(", ");
    throw new BadInput(`Cannot read --${thing}: kind must be one of ${known}, got ${shown(name)}`);
  }
  const action = `read ${thing} ${kind.name}`;
  const given = givenKeys(colon < 0 ? "" : text.slice(colon + 1), { kind, action });
  const values: Record<string, string | number> = {};
  for (const [key, { notation, default: standard }] of Object.entries(kind.keys)) {
    const written = given.get(key);
    if (written !== undefined) values[key] = readValue(written, { notation, name: key, action });
    else if (standard !== undefined) values[key] = standard;
    else {
      throw new BadInput(
        `Cannot ${action}: ${key} must be given, as in ${kind.name}:${exampleKeys(kind)}`,
      );
    }
  }
  return { kind, values };
}

function givenKeys(
  text: string,
  { kind, action }: { kind: Keyed; action: string },
): Map<string, string> {
  const given = new Map<string, string>();
  if (text === "") return given;
  const known = Object.keys(kind.keys);
  for (const part of text.split(",")) {
    const equals = part.indexOf("=");
    const key = part.slice(0, Math.max(0, equals));
    if (equals < 0) {
      throw new BadInput(
        `Cannot ${action}: every part must be key=value (no value can contain a comma), got ${
          shown(part)
        }`,
      );
    }
    if (!known.includes(key)) {
      throw new BadInput(
        `Cannot ${action}: key must be one of ${known.join(", ")}, got ${shown(key)}`,
      );
    }
    if (given.has(key)) {
      throw new BadInput(`Cannot ${action}: ${key} must be given once, got it twice`);
    }
    given.set(key, part.slice(equals + 1));
  }
  return given;
}

/**
 * The keys of a kind as they are written, optional ones in brackets.
 *
 * @param kind The kind
 * @returns For example `length=..,states=..`
 */
export function exampleKeys(kind: Keyed): string {
  return Object.entries(kind.keys)
    .map(([key, { default: standard }], i) => {
      const part = `${i === 0 ? "" : ","}${key}=..`;
      return standard === undefined ? part : `[${part}]`;
    })
    .join("");
}
