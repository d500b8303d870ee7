import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { drawCategorical } from "./categorical.ts";
import { type Stream, streamFamily } from "./stream.ts";

const tiny = 2 ** -1074;
const almostOne = 1 - 2 ** -53;

/** A stream whose next double is u. */
function at(u: number): Stream {
  return {
    nextDouble: () => u,
    nextUint32(): number {
      throw new Error("one double is all that a draw may cost");
    },
  };
}

Deno.test("drawCategorical() gives each outcome its share of the unit interval", () => {
  const masses = [1, 2, 0, 1];
  strictEqual(drawCategorical(masses, at(0)), 0);
  strictEqual(drawCategorical(masses, at(0.25 - 2 ** -53)), 0);
  strictEqual(drawCategorical(masses, at(0.25)), 1);
  strictEqual(drawCategorical(masses, at(0.75 - 2 ** -53)), 1);
  strictEqual(drawCategorical(masses, at(0.75)), 3);
  strictEqual(drawCategorical(masses, at(almostOne)), 3);
});

Deno.test("drawCategorical() has the law of its masses, by exhaustion of a grid", () => {
  const counts = new Array<number>(6).fill(0);
  const masses = new Float64Array([5, 0, 20, 1, 0, 38]);
  for (let j = 0; j < 64; j++) counts[drawCategorical(masses, at(j / 64))]!++;
  deepStrictEqual(counts, [5, 0, 20, 1, 0, 38]);
});

Deno.test("drawCategorical() has the same law for masses on any scale, subnormal ones included", () => {
  for (const scale of [1, 2 ** -1074, 2 ** -1060, 2 ** -600, 2 ** 900]) {
    const counts = [0, 0, 0, 0];
    for (let j = 0; j < 64; j++) {
      counts[drawCategorical([3 * scale, 20 * scale, 0, 41 * scale], at(j / 64))]!++;
    }
    deepStrictEqual(counts, [3, 20, 0, 41]);
  }
});

/** Inverse distribution functions as they are often written, each with an edge where it goes wrong. */
const naive = {
  subtracting(masses: readonly number[], stream: Stream): number {
    let left = stream.nextDouble() * masses.reduce((a, b) => a + b);
    for (let i = 0; i < masses.length; i++) {
      left -= masses[i]!;
      if (left <= 0) return i;
    }
    return masses.length - 1;
  },
  trustingTheSum(masses: readonly number[], stream: Stream): number {
    const u = stream.nextDouble();
    let cumulative = 0;
    for (let i = 0; i < masses.length; i++) {
      cumulative += masses[i]!;
      if (u < cumulative) return i;
    }
    return masses.length - 1;
  },
  multiplying(masses: readonly number[], stream: Stream): number {
    const target = stream.nextDouble() * masses.reduce((a, b) => a + b);
    let cumulative = 0;
    for (let i = 0; i < masses.length; i++) {
      cumulative += masses[i]!;
      if (target < cumulative) return i;
    }
    return masses.length - 1;
  },
};

const edges: readonly {
  name: string;
  masses: readonly number[];
  u: number;
  fooled: keyof typeof naive;
}[] = [
  { name: "first outcome of mass zero, u = 0", masses: [0, 1], u: 0, fooled: "subtracting" },
  {
    name: "masses that add up to 1 - 2^-53, then a zero",
    masses: [...new Array<number>(10).fill(0.1), 0],
    u: almostOne,
    fooled: "trustingTheSum",
  },
  {
    name: "the smallest mass, then a zero: u times it rounds up to it",
    masses: [tiny, 0],
    u: 0.75,
    fooled: "multiplying",
  },
];

for (const { name, masses, u, fooled } of edges) {
  Deno.test(`drawCategorical() gives no outcome of mass zero: ${name}`, () => {
    ok(masses[drawCategorical(masses, at(u))]! > 0);
    strictEqual(masses[naive[fooled](masses, at(u))], 0); // the edge is a real one
  });
}

Deno.test("drawCategorical() gives no outcome of mass zero, over wild masses and every end of u", () => {
  const stream = streamFamily({ seed: 11, cell: "wild masses", purpose: "test" }).at(0);
  const kinds = [0, 0, 0, tiny, 3 * tiny, 2 ** -1022, 1e-300, 2 ** -53, 0.1, 1 / 3, 1, 1e300];
  const ends = [0, 2 ** -53, 0.5, 1 - 2 ** -52, almostOne];
  for (let trial = 0; trial < 5000; trial++) {
    const masses = Array.from(
      { length: 1 + (stream.nextUint32() >>> 29) },
      () => kinds[Math.floor(kinds.length * stream.nextDouble())]!,
    );
    if (masses.every((mass) => mass === 0)) continue;
    for (const u of [...ends, stream.nextDouble()]) {
      const outcome = drawCategorical(masses, at(u));
      ok(masses[outcome]! > 0, `${masses} at ${u} gave ${outcome}`);
    }
  }
});

Deno.test("drawCategorical() draws from a window as from a copy of it", () => {
  const matrix = new Float64Array([9, 9, 9, 0, 1, 3, 9, 9, 9]);
  for (let j = 0; j < 16; j++) {
    strictEqual(
      drawCategorical(matrix, at(j / 16), { from: 3, to: 6 }),
      drawCategorical(matrix.slice(3, 6), at(j / 16)),
    );
  }
  strictEqual(drawCategorical(matrix, at(almostOne), { from: 7 }), 1);
  strictEqual(drawCategorical(matrix, at(almostOne), { to: 2 }), 1);
});

Deno.test("drawCategorical() refuses masses that are no law, saying which", () => {
  const refusals: readonly [number[], string][] = [
    [[1, NaN], "mass 1 must be non-negative, got NaN"],
    [[1, -1e-300, 1], "mass 1 must be non-negative, got -1e-300"],
    [[0, 0], "sum of masses must be positive and finite, got 0"],
    [[1, Infinity], "sum of masses must be positive and finite, got Infinity"],
    [[1e308, 1e308], "sum of masses must be positive and finite, got Infinity"],
    [[], "window must hold at least one mass, got 0..0"],
  ];
  for (const [masses, rule] of refusals) {
    throws(() => drawCategorical(masses, at(0)), {
      name: "RangeError",
      message: `Cannot draw an outcome: ${rule}`,
    });
  }
});

Deno.test("drawCategorical() refuses a window outside the masses, or empty, or reversed", () => {
  const windows: readonly [number, number, string][] = [
    [-1, 2, "window must lie within 0..3, got -1..2"],
    [0, 4, "window must lie within 0..3, got 0..4"],
    [0.5, 2, "window must lie within 0..3, got 0.5..2"],
    [0, NaN, "window must lie within 0..3, got 0..NaN"],
    [2, 2, "window must hold at least one mass, got 2..2"],
    [2, 1, "window must hold at least one mass, got 2..1"],
  ];
  for (const [from, to, rule] of windows) {
    throws(() => drawCategorical([1, 1, 1], at(0), { from, to }), {
      name: "RangeError",
      message: `Cannot draw an outcome: ${rule}`,
    });
  }
});
