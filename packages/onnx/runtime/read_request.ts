import type { ServedModel } from "./served_model.ts";

/** A request of the protocol, checked. */
export interface PredictorRequest {
  /** What its answer is to carry. */
  readonly id: number | string;
  /** Sequences of one length, null where masked; at least one. */
  readonly sequences: readonly (readonly (number | null)[])[];
  /** For each sequence, the positions asked for. */
  readonly positions: readonly (readonly number[])[];
  /** For each of these, the token whose log-probability is wanted; absent where whole rows are. */
  readonly tokens?: readonly (readonly number[])[];
}

/**
 * Checks a request: what is out of range must not read a number of something else. O(n) for `n`
 * tokens.
 *
 * @param message The request, as it came
 * @param served The model's length and vocabulary
 * @returns The same, with its types
 * @throws {RangeError} On the first thing that is not as the protocol has it
 */
export function readRequest(message: unknown, served: ServedModel): PredictorRequest {
  const { id, sequences, positions, tokens } = (message ?? {}) as Record<string, unknown>;
  const isToken = (value: unknown): boolean => isIndex(value, served.vocabularySize);
  check(typeof id === "number" || typeof id === "string", "id must be a number or a text", id);
  check(isLists(sequences) && sequences.length > 0, "sequences must be a list of lists", sequences);
  const length = served.length ?? sequences[0]!.length;
  check(length > 0, "a sequence must have tokens", length);
  for (const sequence of sequences) {
    check(sequence.length === length, `every sequence must have ${length} tokens`, sequence.length);
    const bad = sequence.findIndex((token) => token !== null && !isToken(token));
    check(
      bad < 0,
      `tokens must be null or from 0 to ${served.vocabularySize - 1}`,
      sequence[bad],
    );
  }
  checkLists(positions, { name: "positions", like: sequences });
  for (const list of positions) {
    const bad = list.findIndex((position) => !isIndex(position, length));
    check(bad < 0, `positions must be from 0 to ${length - 1}`, list[bad]);
  }
  if (tokens === undefined) return { id, sequences, positions } as PredictorRequest;
  checkLists(tokens, { name: "tokens", like: sequences });
  tokens.forEach((list, n) => {
    const wanted = positions[n]!.length;
    check(list.length === wanted, `tokens must be ${wanted} for sequence ${n}`, list.length);
    const bad = list.findIndex((token) => !isToken(token));
    check(bad < 0, `tokens must be from 0 to ${served.vocabularySize - 1}`, list[bad]);
  });
  return { id, sequences, positions, tokens } as PredictorRequest;
}

function isIndex(value: unknown, count: number): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < count;
}

function isLists(value: unknown): value is unknown[][] {
  return Array.isArray(value) && value.every(Array.isArray);
}

function checkLists(
  value: unknown,
  { name, like }: { name: string; like: readonly unknown[] },
): asserts value is unknown[][] {
  check(
    isLists(value) && value.length === like.length,
    `${name} must be a list for each of ${like.length} sequences`,
    value,
  );
}

function check(holds: boolean, rule: string, value: unknown): asserts holds {
  if (holds) return;
  const got = JSON.stringify(value) ?? "nothing";
  throw new RangeError(`${rule}, got ${got.slice(0, 80)}`);
}
