import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import {
  finestGeometricGridSchedule,
  geometricGridSchedule,
  geometricGridSpan,
} from "./geometric_grid.ts";

/** The definition, with the largest integer found by trying all. */
function naive(length: number, resolution: number): number[] {
  const psi = (t: number): number => t / (1 - t);
  const most = length - 1;
  const span = Math.log(psi(most / length) / psi(2 / length));
  const rho = Math.exp(span / resolution) - 1;
  const counts = [1];
  while (counts.at(-1)! < most) {
    const before = counts.at(-1)!;
    let next = before + 1;
    for (let a = before + 1; a <= most; a++) {
      if (psi(a / length) <= (1 + rho) * psi((before + 1) / length)) next = a;
    }
    counts.push(next);
  }
  return [1, ...counts.slice(1).map((count, i) => count - counts[i]!), 1];
}

Deno.test("geometricGridSchedule() is the definition, tried out", () => {
  for (let length = 3; length <= 60; length++) {
    const least = Math.max(1, Math.ceil(geometricGridSpan(length)));
    // Irrational resolutions too: the boundary itself is a matter of rounding.
    for (const excess of [0, 1, 2, 5, Math.SQRT2, Math.PI, 10, 40, 100, 1000]) {
      const resolution = least + excess;
      deepStrictEqual(
        [...geometricGridSchedule({ length, resolution })],
        naive(length, resolution),
        `${length} ${resolution}`,
      );
    }
  }
});

Deno.test("the grid is that of a hand", () => {
  // L = 10: Lam = ln 36, N = 4: growth 36^(1/4) = sqrt 6 = 2.449..; a = 1; odds 2/8 -> 0.612 -> 3;
  // 4/6 -> 1.633 -> 6; 7/3 -> 5.715 -> 8; then 9.
  strictEqual(geometricGridSchedule({ length: 10, resolution: 4 }).join(), "1,2,3,2,1,1");
  strictEqual(geometricGridSchedule({ length: 3, resolution: 1 }).join(), "1,1,1");
  strictEqual(geometricGridSchedule({ length: 4, resolution: 2 }).join(), "1,1,1,1");
});

Deno.test("the span is ln((L-1)(L-2)/2), and a fine enough grid is all ones", () => {
  strictEqual(geometricGridSpan(3), 0);
  ok(Math.abs(geometricGridSpan(10) - Math.log(36)) <= 1e-15);
  for (const length of [3, 4, 10, 50]) {
    deepStrictEqual(
      [...geometricGridSchedule({ length, resolution: 1e6 })],
      new Array<number>(length).fill(1),
    );
  }
});

Deno.test("a length or resolution that is none is refused", () => {
  for (const length of [2, 1, 0, 3.5, NaN, Infinity]) {
    const refused = /length must be an integer of at least 3, got/;
    throws(() => geometricGridSpan(length), refused);
    throws(() => geometricGridSchedule({ length, resolution: 10 }), refused);
  }
  for (const resolution of [0, -1, NaN, Infinity]) {
    throws(
      () => geometricGridSchedule({ length: 3, resolution }),
      /must be positive and at least 0/,
    );
  }
  throws(
    () => geometricGridSchedule({ length: 10, resolution: 3.5 }),
    /at least 3\.58\d*, got 3\.5/,
  );
});

Deno.test("the finest geometric grid has the largest whole resolution of all that fit", () => {
  for (const length of [3, 4, 5, 8, 13, 30]) {
    for (let steps = 1; steps <= length; steps++) {
      let fitting: readonly number[] | undefined;
      const least = Math.max(1, Math.ceil(geometricGridSpan(length)));
      for (let resolution = least; resolution <= 10 * length; resolution++) {
        const sizes = geometricGridSchedule({ length, resolution });
        if (sizes.length <= steps) fitting = [...sizes];
      }
      const finest = finestGeometricGridSchedule({ length, steps });
      deepStrictEqual(finest && [...finest], fitting, `${length} ${steps}`);
    }
  }
});
