import { ok, strictEqual } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { ScaledPowers } from "./scaled_powers.ts";

/** `P^d(x, x)` and `P^d(x, y)` by multiplying the transition matrix of two kinds of entries. */
function multiplied(
  options: { states: number; coupling: number },
  distance: number,
): { same: number; other: number } {
  const { states, coupling } = options;
  const weight = Math.exp(coupling);
  const step = { same: weight / (weight + states - 1), other: 1 / (weight + states - 1) };
  let { same, other } = step;
  for (let d = 1; d < distance; d++) {
    [same, other] = [
      same * step.same + (states - 1) * other * step.other,
      same * step.other + other * step.same + (states - 2) * other * step.other,
    ];
  }
  return { same, other };
}

Deno.test("ScaledPowers has the entries of the multiplied matrix, without cancellation", () => {
  for (const states of [2, 3, 8]) {
    for (const coupling of [-30, -2, -1e-6, 0, 1e-6, 0.5, 3, 30]) {
      const powers = new ScaledPowers({ states, coupling });
      for (let distance = 1; distance <= 40; distance++) {
        const { same, other } = multiplied({ states, coupling }, distance);
        for (const [equal, expected] of [[true, same], [false, other]] as const) {
          const { mantissa, order } = powers.at(distance, equal);
          // Forty products of positive numbers.
          assertClose(mantissa * powers.rare ** order, expected, { relative: 2e-14 });
          // 1 - 1/(K-1)^2 is the least of 1 + (K-1) lambda^d for d >= 2.
          ok(mantissa >= 0.75 / states - 1e-15 && mantissa <= distance);
        }
      }
    }
  }
});

Deno.test("quotients are right where the entries leave the range of doubles", () => {
  // Two states that repel beyond exp: different at distance 2 takes one rare step, in either place.
  const powers = new ScaledPowers({ states: 2, coupling: -800 });
  strictEqual(powers.rare, 0);
  const over = [powers.at(1, true), powers.at(1, false)] as const;
  strictEqual(powers.quotient(over, powers.at(2, false)), 0.5);
  strictEqual(powers.quotient([over[0], over[0]], powers.at(2, true)), 0);
  strictEqual(powers.quotient([over[1], over[1]], powers.at(2, true)), 1);
  // Seven rare places out of nine.
  const nine = new ScaledPowers({ states: 3, coupling: 800 });
  strictEqual(nine.quotient([nine.at(7, false), nine.at(2, true)], nine.at(9, false)), 7 / 9);
});
