import { BadInput, shown } from "./bad_input.ts";
import { type Notation, readValue } from "./notation.ts";

/** One key of a kind that is written `NAME:key=value,..`. */
export interface SpecKey<T> {
  /** How its values are written. */
  readonly notation: Notation<T>;
  /** What it means, a few words for the help page. */
  readonly help: string;
  /** Its value where it is not given; a key without one must be given, unless it is optional. */
  readonly default?: T;
  /** Whether it may be left out and has no value then. */
  readonly optional?: boolean;
}

/** The keys of a kind, by name, in the order in which they are shown. */
export type SpecKeys = Readonly<Record<string, SpecKey<string | number>>>;

/** The values of some keys. */
export type KeyValues<K extends SpecKeys> = {
  readonly [Name in keyof K]: K[Name] extends SpecKey<infer T>
    ? (K[Name] extends { readonly optional: true } ? T | undefined : T)
    : never;
};

/** Something with a name and keys. */
export interface SpecKind {
  /** Name, before the colon. */
  readonly name: string;
  /** Its keys. */
  readonly keys: SpecKeys;
}

/** What the user wrote, each value read. */
export interface KeyedSpec<K extends SpecKind> {
  /** The kind. */
  readonly kind: K;
  /** A value for every key that has one, in their order. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** What a text is to be read as. */
export interface SpecReading<K extends SpecKind> {
  /** The kinds that there are. */
  readonly kinds: readonly K[];
  /** What it is, as in `source`, which is the name of the option too. */
  readonly thing: string;
}

/**
 * Reads `NAME:key=value,..`.
 *
 * A value runs to the next comma, so it may contain `=` and `:` but no comma.
 *
 * @param text What the user wrote
 * @param reading What there is to read it as
 * @returns The kind, and the values of its keys
 * @throws {BadInput} On an unknown kind or key, a key given twice, a missing key, or a bad value
 */
export function readKeyedSpec<K extends SpecKind>(
  text: string,
  reading: SpecReading<K>,
): KeyedSpec<K> {
  const { kinds, thing } = reading;
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
  for (const [key, { notation, default: standard, optional }] of Object.entries(kind.keys)) {
    const written = given.get(key);
    if (written !== undefined) values[key] = readValue(written, { notation, name: key, action });
    else if (standard !== undefined) values[key] = standard;
    else if (optional !== true) {
      throw new BadInput(
        `Cannot ${action}: ${key} must be given, as in ${kind.name}:${exampleKeys(kind)}`,
      );
    }
  }
  return { kind, values };
}

function givenKeys(
  text: string,
  { kind, action }: { kind: SpecKind; action: string },
): Map<string, string> {
  const given = new Map<string, string>();
  if (text === "") return given;
  const known = Object.keys(kind.keys);
  for (const part of text.split(",")) {
    const equals = part.indexOf("=");
    const key = part.slice(0, Math.max(0, equals));
    if (known.length === 0) {
      throw new BadInput(`Cannot ${action}: it must stand alone, got ${shown(part)}`);
    }
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
 * The keys of a kind as they are written, those that may be left out in brackets.
 *
 * @param kind The kind
 * @returns For example `length=..,states=..`
 */
export function exampleKeys(kind: SpecKind): string {
  return Object.entries(kind.keys)
    .map(([key, { default: standard, optional }], i) => {
      const part = `${i === 0 ? "" : ","}${key}=..`;
      return standard === undefined && optional !== true ? part : `[${part}]`;
    })
    .join("");
}

/**
 * A kind with its keys, as a line of a help page.
 *
 * @param kind The kind
 * @returns For example `copies:length=..,states=..`
 */
export function kindText(kind: SpecKind): string {
  const keys = exampleKeys(kind);
  if (keys === "") return kind.name;
  return keys.startsWith("[") ? `${kind.name}[:${keys.slice(1)}` : `${kind.name}:${keys}`;
}
