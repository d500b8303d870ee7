import assert from "node:assert/strict";
import { type ConditionalLaw, type LogProbability, MASK } from "@unmask/information";
import { assertClose } from "./close.ts";
import { sequences } from "./naive.ts";

/** What {@linkcode assertEnumeratedConditionals} saw, so that a test can tell that it saw enough. */
export interface ConditionalCount {
  /** Rows compared with ratios of enumerated masses. */
  readonly compared: number;
  /** Rows that condition on an event of probability 0. */
  readonly impossible: number;
  /** Rows among those that the law left undefined. */
  readonly undefinedRows: number;
}

/**
 * Asserts that a law's conditionals are ratios of enumerated masses, at every partially revealed
 * sequence; and that a row is NaN, and counted as undefined, only where its event is impossible.
 *
 *     p(x_i | revealed) = p(revealed, x_i) / p(revealed)
 *
 * `O((2 K + 1)^L)` sequences visited.
 *
 * @param law A law small enough to enumerate
 * @param tolerance `relative` tolerance, with its reason at the caller
 * @returns How many rows were seen
 * @throws {assert.AssertionError} When a row differs
 */
export function assertEnumeratedConditionals(
  law: ConditionalLaw & LogProbability,
  tolerance: { relative: number },
): ConditionalCount {
  const { length, vocabularySize } = law;
  const cells = [...sequences(length, vocabularySize)].map((tokens) => ({
    tokens,
    mass: Math.exp(law.logProbability(Int32Array.from(tokens))),
  }));
  const massOf = (revealed: Int32Array): number =>
    cells.reduce((sum, { tokens, mass }) => {
      const compatible = tokens.every((token, i) => revealed[i] === MASK || revealed[i] === token);
      return compatible ? sum + mass : sum;
    }, 0);
  const count = { compared: 0, impossible: 0, undefinedRows: 0 };
  for (const digits of sequences(length, vocabularySize + 1)) {
    const revealed = Int32Array.from(digits, (digit) => digit === vocabularySize ? MASK : digit);
    const positions = Int32Array.from(revealed.keys().filter((i) => revealed[i] === MASK));
    const rows = new Float64Array(positions.length * vocabularySize);
    const undefinedRows = law.conditionals(revealed, positions, rows);
    const event = massOf(revealed);
    let notANumber = 0;
    positions.forEach((position, row) => {
      const law = rows.subarray(row * vocabularySize, (row + 1) * vocabularySize);
      if (law.some(Number.isNaN)) notANumber++;
      if (event === 0) {
        count.impossible++;
        return;
      }
      count.compared++;
      law.forEach((value, token) => {
        assertClose(value, massOf(revealed.with(position, token)) / event, tolerance);
      });
    });
    assert.equal(notANumber, undefinedRows);
    if (event > 0) assert.equal(undefinedRows, 0);
    count.undefinedRows += undefinedRows;
  }
  return count;
}
