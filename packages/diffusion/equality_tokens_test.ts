import { ok, strictEqual } from "node:assert/strict";
import {
  type EqualityTables,
  MASK,
  type NearestNeighbourLaw,
  type Source,
} from "@unmask/information";
import { drawCategorical, type Stream } from "@unmask/random";
import { maskSizes } from "@unmask/schedules";
import { assertClose, buildSource } from "@unmask/testing";
import { EqualityTokens } from "./equality_tokens.ts";
import { RevealedNeighbours } from "./revealed_neighbours.ts";

type Chain = Source & NearestNeighbourLaw;

/** Three positions, the outer ones first: one token between two known ones. */
const order = Int32Array.of(0, 2, 1);
const neighbours = new RevealedNeighbours(3);
neighbours.findIn(order, maskSizes([2, 1]));
const between = { order: order.subarray(2), neighbours };

function constant(u: number): Stream {
  return {
    nextUint32: (): number => {
      throw new Error("a token must not cost a word but for its double");
    },
    nextDouble: (): number => u,
  };
}

function potts(states: number, coupling: number): Chain {
  return buildSource({ kind: "potts-chain", length: 3, states, coupling }) as Chain;
}

Deno.test("a token between any two is what drawCategorical() gives, all over the unit interval", () => {
  for (
    const [states, coupling] of [[5, 1], [5, -1], [2, 0.5], [2, -0.5], [3, 0], [7, 4]] as const
  ) {
    const law = potts(states, coupling);
    const tokens = new EqualityTokens(law.neighbourTables() as EqualityTables);
    const row = new Float64Array(states);
    for (let a = 0; a < states; a++) {
      for (let b = 0; b < states; b++) {
        law.conditionals(Int32Array.of(a, MASK, b), Int32Array.of(1), row);
        // Steps of an irrational share: none meets a boundary between two tokens.
        for (let u = 0; u < 1; u += Math.SQRT2 / 300) {
          const state = Int32Array.of(0, a, MASK, b, 0);
          tokens.draw(between, constant(u), state);
          strictEqual(state[2], drawCategorical(row, constant(u)), `${a} . ${b} at ${u}`);
        }
      }
    }
  }
});

Deno.test("a token at the ends of the unit interval is in the vocabulary and has a mass", () => {
  for (const states of [1, 2, 3, 9]) {
    for (const coupling of [-1e5, -800, -720, -40, -36, 0, 36, 37, 40, 360, 720, 800, 1e5]) {
      const law = potts(states, coupling);
      const tokens = new EqualityTokens(law.neighbourTables() as EqualityTables);
      const row = new Float64Array(states);
      for (let a = 0; a < states; a++) {
        for (let b = 0; b < states; b++) {
          law.conditionals(Int32Array.of(a, MASK, b), Int32Array.of(1), row);
          for (const u of [0, 2 ** -53, 0.5, 0.5 - 2 ** -53, 1 - 2 ** -52, 1 - 2 ** -53]) {
            const state = Int32Array.of(0, a, MASK, b, 0);
            tokens.draw(between, constant(u), state);
            ok(row[state[2]!]! > 0, `${state[2]} between ${a} and ${b} at ${u}, J = ${coupling}`);
          }
        }
      }
    }
  }
});

Deno.test("the log-probability of a token between two is the logarithm of its conditional", () => {
  for (const [states, coupling] of [[4, 2], [4, -3], [2, 720], [3, 800], [3, -800]] as const) {
    const law = potts(states, coupling);
    const tokens = new EqualityTokens(law.neighbourTables() as EqualityTables);
    const row = new Float64Array(states);
    for (let a = 0; a < states; a++) {
      for (let b = 0; b < states; b++) {
        law.conditionals(Int32Array.of(a, MASK, b), Int32Array.of(1), row);
        for (let y = 0; y < states; y++) {
          const value = tokens.logProbability(between, Int32Array.of(0, a, y, b, 0));
          if (row[y] === 0) strictEqual(value, -Infinity);
          else assertClose(value, Math.log(row[y]!), { absolute: 1e-14, relative: 1e-15 });
        }
      }
    }
  }
});
