import { entropyOfMasses } from "./entropy.ts";
import {
  fillWorkspace,
  sumOutInWorkspace,
  WORKSPACE_TABLE,
  workspaceXLogX,
} from "./entropy_workspace.ts";

// Masses of a law may be 0 at random: one comparison without a branch tells 0 from subnormal doubles.
const scaleUp = 2 ** 1000;
const smallestNormal = 2 ** -22;

/** A table of masses, in which some tokens are kept (slow) and others undecided (fast). */
export interface PartialTable {
  /** The masses. */
  readonly masses: Float64Array;
  /** Tokens that are still to be kept or summed out. */
  readonly undecided: number;
  /** Tokens that are kept. */
  readonly kept: number;
}

/**
 * One table for each number of tokens left, by its cells: a branch only reads that of its parent. Kept
 * from one part of the work to the next, since new memory costs more than the sums in it.
 */
export class SubsetRoom {
  readonly #tables = new Map<number, Float64Array>();

  /**
   * The table of so many cells.
   *
   * @param cells How many
   * @returns The same one every time, with whatever is in it
   */
  of(cells: number): Float64Array {
    let table = this.#tables.get(cells);
    if (table === undefined) this.#tables.set(cells, table = new Float64Array(cells));
    return table;
  }
}

/**
 * Entropies of all marginals of a table, summed by the number of their tokens.
 *
 * Every marginal is computed once, from the smallest table that holds it. Tables that fit into the
 * workspace go there, larger ones piece by piece; `isQuick: false` keeps to `Math.log` and to whole
 * tables.
 */
export class SubsetSums {
  readonly #states: number;
  readonly #isQuick: boolean;
  readonly #sums: Float64Array;
  readonly #lost: Float64Array;
  readonly #tables: SubsetRoom;

  /**
   * No marginals yet.
   *
   * @param shape `length` and `vocabularySize` of the law; `isQuick`, as {@linkcode isQuick} tells
   * @param room Tables to work on, by default new ones
   */
  constructor(
    shape: { length: number; vocabularySize: number; isQuick: boolean },
    room: SubsetRoom = new SubsetRoom(),
  ) {
    this.#tables = room;
    this.#states = shape.vocabularySize;
    this.#isQuick = shape.isQuick;
    this.#sums = new Float64Array(shape.length + 1);
    this.#lost = new Float64Array(shape.length + 1);
  }

  /** Sum of the entropies of the marginals of `k` tokens, for every `k`, in nats. */
  get sums(): Float64Array {
    return this.#sums.slice();
  }

  /**
   * Adds the entropies of all marginals that keep what is kept. O(cells (1 + 1/K)^undecided) time.
   *
   * @param table The table, which is left as it is
   */
  add(table: PartialTable): void {
    const { masses, undecided, kept } = table;
    const states = this.#states;
    const block = states ** undecided;
    if (this.#isQuick && block <= WORKSPACE_TABLE) return this.#addPieces(table, block);
    if (undecided === 0) return this.#addEntropy(kept, entropyOfMasses(masses));
    const cells = masses.length / states;
    const rest = this.#tables.of(cells);
    sumOut(masses, rest, { states, stride: block / states });
    this.add({ masses: rest, undecided: undecided - 1, kept });
    this.add({ masses, undecided: undecided - 1, kept: kept + 1 });
  }

  /** The kept tokens lead: each of their values has a block of its own, which needs no other. */
  #addPieces({ masses, undecided, kept }: PartialTable, block: number): void {
    const most = Math.floor(WORKSPACE_TABLE / block) * block;
    for (let from = 0; from < masses.length; from += most) {
      const piece = masses.subarray(from, from + most);
      fillWorkspace(piece);
      this.#addInWorkspace(0, piece.length, { undecided, kept, free: piece.length });
    }
  }

  #addInWorkspace(
    table: number,
    cells: number,
    at: { undecided: number; kept: number; free: number },
  ): void {
    const { undecided, kept, free } = at;
    if (undecided === 0) {
      return this.#addEntropy(kept, Math.max(0, -workspaceXLogX(table, cells)));
    }
    const states = this.#states;
    const rest = cells / states;
    sumOutInWorkspace(
      { table, rest: free },
      { cells: rest, states, stride: states ** (undecided - 1) },
    );
    this.#addInWorkspace(free, rest, { undecided: undecided - 1, kept, free: free + rest });
    this.#addInWorkspace(table, cells, { undecided: undecided - 1, kept: kept + 1, free });
  }

  /** Kahan's compensation: there are up to millions of marginals. */
  #addEntropy(kept: number, entropy: number): void {
    const sum = this.#sums[kept]!;
    const term = entropy - this.#lost[kept]!;
    const next = sum + term;
    this.#lost[kept] = (next - sum) - term;
    this.#sums[kept] = next;
  }
}

/**
 * Whether logarithms may be read off the table. Not for masses that are no normal doubles, or none at
 * all. Nor where a marginal is summed in pieces and a mass is above 1/2: entropies may be tiny there,
 * and a marginal mass that was rounded above 1 must be set off against the whole marginal. O(cells).
 *
 * @param masses The law
 * @param options `inPieces`, whether marginals are, by default when the workspace is too small
 * @returns False when `Math.log` has to do
 */
export function isQuick(
  masses: Float64Array,
  { inPieces = masses.length > WORKSPACE_TABLE }: { inPieces?: boolean } = {},
): boolean {
  const words = new Int32Array(masses.buffer, masses.byteOffset, 2 * masses.length);
  for (let from = 0; from < masses.length; from += 4 * ROW) {
    const to = Math.min(from + 4 * ROW, masses.length);
    const isSure = to - from === 4 * ROW && isSurelyQuick(words, from, inPieces);
    if (!isSure && !isQuickRun(masses, { from, to, inPieces })) return false;
  }
  return true;
}

/** Masses in each of the four rows that are read at a time: far memory is waited for by all at once. */
const ROW = 1024;
const high = new Int32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1;

/** Four rows by their exponents alone, in integers: false for any 0, and for the largest mass allowed. */
function isSurelyQuick(words: Int32Array, from: number, inPieces: boolean): boolean {
  const least = 0x00100000;
  const most = inPieces ? 0x3fdfffff : 0x3fffffff;
  const first = 2 * from + high;
  const end = first + 2 * ROW;
  let signs = 0;
  for (let at = first | 0; at < end; at = (at + 2) | 0) {
    const a = words[at]!;
    const b = words[(at + 2 * ROW) | 0]!;
    const c = words[(at + 4 * ROW) | 0]!;
    const d = words[(at + 6 * ROW) | 0]!;
    // One of the differences of a negative number is negative, though the other may overflow.
    signs |= (a - least) | (most - a) | (b - least) | (most - b) |
      (c - least) | (most - c) | (d - least) | (most - d);
  }
  return signs >= 0;
}

function isQuickRun(
  masses: Float64Array,
  { from, to, inPieces }: { from: number; to: number; inPieces: boolean },
): boolean {
  const most = inPieces ? 0.5 : 2;
  for (let cell = from; cell < to; cell++) {
    const mass = masses[cell]!;
    const scaled = mass * scaleUp;
    if (!(mass >= 0 && mass <= most && scaled * (scaled - smallestNormal) >= 0)) return false;
  }
  return true;
}

/**
 * Sums a token out of a table, values in their order.
 *
 * @param table One block of `stride` cells for each value, again and again
 * @param rest Gets one cell for every `states` of the table
 * @param shape `states` of the token, and `stride` from value to value
 */
export function sumOut(
  table: Float64Array,
  rest: Float64Array,
  shape: { states: number; stride: number },
): void {
  const { states, stride } = shape;
  for (let to = 0; to < rest.length; to += stride) {
    sumRows({ table, from: to * states }, { rest, to, count: stride }, shape);
  }
}

/**
 * Sums rows of a table, in their order.
 *
 * @param first `table`, and the cell `from` at which the first row begins
 * @param sums `rest`, whose cells from `to` on get the sums, and their `count`
 * @param shape `states`, the number of rows, and `stride` from row to row
 */
export function sumRows(
  { table, from }: { table: Float64Array; from: number },
  { rest, to, count }: { rest: Float64Array; to: number; count: number },
  { states, stride }: { states: number; stride: number },
): void {
  rest.set(table.subarray(from, from + count), to);
  let value = 1;
  // Four rows are read from far memory at a time: one alone is waited for.
  for (; value < states - 3; value += 4) {
    addFour(table, from + value * stride, stride, rest, to, count);
  }
  for (; value < states; value++) addOne(table, from + value * stride, rest, to, count);
}

// Positional arguments, as for the loops of the workspace.

function addFour(
  table: Float64Array,
  from: number,
  stride: number,
  rest: Float64Array,
  to: number,
  count: number,
): void {
  const second = (from + stride) | 0;
  const third = (second + stride) | 0;
  const fourth = (third + stride) | 0;
  for (let cell = 0; cell < count; cell = (cell + 1) | 0) {
    rest[(to + cell) | 0] = rest[(to + cell) | 0]! + table[(from + cell) | 0]! +
      table[(second + cell) | 0]! + table[(third + cell) | 0]! + table[(fourth + cell) | 0]!;
  }
}

function addOne(
  table: Float64Array,
  from: number,
  rest: Float64Array,
  to: number,
  count: number,
): void {
  for (let cell = 0; cell < count; cell = (cell + 1) | 0) {
    rest[(to + cell) | 0]! += table[(from + cell) | 0]!;
  }
}
