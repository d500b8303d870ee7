import type { NeighbourTables } from "@unmask/information";
import type { Stream } from "@unmask/random";
import { EqualityTokens } from "./equality_tokens.ts";
import { MatrixTokens } from "./matrix_tokens.ts";
import type { RevealedNeighbours } from "./revealed_neighbours.ts";

/** Positions in order of unmasking, and the nearest revealed ones of each when its turn comes. */
export interface Turns {
  /** Positions `0 .. L-1`, each once. */
  readonly order: Int32Array;
  /** Their neighbours, in arrays where position `i` stands at `i + 1`. */
  readonly neighbours: RevealedNeighbours;
}

/**
 * Tokens that depend on their nearest revealed neighbours alone. Each call goes through a whole
 * sequence, so that nothing is looked up or allocated for a token.
 */
export interface NeighbourTokens {
  /**
   * Draws every token in turn, with one double each.
   *
   * @param turns Whose turn it is, and its neighbours
   * @param stream Where the randomness comes from
   * @param state Receives the token of position `i` at `i + 1`; `length + 2` entries
   */
  draw(turns: Turns, stream: Stream, state: Int32Array): void;
  /**
   * Sum of the log-probabilities of all tokens, each given its neighbours.
   *
   * @param turns Whose turn it is, and its neighbours
   * @param state The token of position `i` at `i + 1`; `length + 2` entries
   * @returns The sum in nats, at most 0 but for rounding
   */
  logProbability(turns: Turns, state: Int32Array): number;
}

/**
 * The tokens of a law that is given by tables.
 *
 * @param tables The tables
 * @returns Its tokens; room for `O(L)` numbers, and as much as the tables for a matrix
 * @throws {RangeError} On tables of other sizes than their length and vocabulary call for
 */
export function neighbourTokens(tables: NeighbourTables): NeighbourTokens {
  return tables.form === "equality" ? new EqualityTokens(tables) : new MatrixTokens(tables);
}
