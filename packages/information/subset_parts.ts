import { branchOf, decidedTokens, type SubsetBranch, sumOutFirst } from "./subset_branches.ts";
import { isQuick, SubsetRoom, SubsetSums } from "./subset_sums.ts";

/** A law, and its first token summed out. */
export interface SubsetTables {
  /** The law, in shared memory where there is such. */
  readonly masses: Float64Array;
  /** The law of all tokens but the first. */
  readonly rest: Float64Array;
  /** `L`. */
  readonly length: number;
  /** `K`. */
  readonly vocabularySize: number;
}

/**
 * The sums of all subsets of a quick law, part by part on this thread: the same bytes as of workers.
 *
 * @param masses The law
 * @param shape `length` `L`, at least 1, and `vocabularySize` `K`
 * @returns `L + 1` sums, by size; undefined where a part needs `Math.log`
 */
export function sumsInParts(
  masses: Float64Array,
  shape: { length: number; vocabularySize: number },
): Float64Array | undefined {
  const rest = new Float64Array(masses.length / shape.vocabularySize);
  const tables = { ...shape, masses, rest };
  if (!isQuick(masses, { inPieces: true })) return undefined;
  sumOutFirst(tables, { states: shape.vocabularySize, from: 0, to: rest.length });
  const room = new SubsetRoom();
  return addedParts(
    Array.from({ length: partsOf(shape) }, (_, part) => sumsOfPart(tables, { part, room })),
  );
}

/**
 * How many parts the work on a table has.
 *
 * @param shape `length` and `vocabularySize`
 * @returns `K + 1` or more
 */
export function partsOf(shape: { length: number; vocabularySize: number }): number {
  return (shape.vocabularySize + 1) ** decidedTokens(shape);
}

/**
 * The sums of one part.
 *
 * @param tables The law, its first token summed out
 * @param options `part`, a number in base `K + 1`, the choice for the first token leading; `room`, tables
 *   to work on
 * @returns `L + 1` sums, by size
 */
export function sumsOfPart(
  tables: SubsetTables,
  { part, room }: { part: number; room: SubsetRoom },
): Float64Array {
  const { length, vocabularySize: states } = tables;
  const decided = decidedTokens(tables);
  const choices = Array.from(
    { length: decided },
    (_, i) => Math.floor(part / (states + 1) ** (decided - 1 - i)) % (states + 1),
  );
  let branch: SubsetBranch = { masses: tables.masses, kept: 0 };
  choices.forEach((choice, token) => {
    const isKnown = token === 0 && choice === states;
    branch = isKnown
      ? { masses: tables.rest, kept: 0 }
      : branchOf(branch, { states, choice, room });
  });
  const sums = new SubsetSums({ length, vocabularySize: states, isQuick: true }, room);
  sums.add({ masses: branch.masses, undecided: length - decided, kept: branch.kept });
  return sums.sums;
}

/**
 * Sums of all parts, added in the order of the parts with Kahan's compensation.
 *
 * @param parts The sums of each part
 * @returns `L + 1` sums, by size
 */
export function addedParts(parts: readonly Float64Array[]): Float64Array {
  return parts[0]!.map((_, k) => {
    let sum = 0;
    let lost = 0;
    for (const part of parts) {
      const term = part[k]! - lost;
      const next = sum + term;
      lost = (next - sum) - term;
      sum = next;
    }
    return sum;
  });
}
