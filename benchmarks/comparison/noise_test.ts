import assert from "node:assert/strict";
import { measureNoise } from "./measure_noise.ts";
import { type NoiseModel, noiseOf, usualNoise } from "./noise.ts";

type Sides = readonly [readonly number[], readonly number[]];

/** Two times whose logarithms are `apart` from their mean, times a factor. */
const pair = (apart: number, shift = 0): number[] => [
  Math.exp(shift - apart),
  Math.exp(shift + apart),
];

const near = (found: number, expected: number): void =>
  assert.ok(Math.abs(found - expected) < 1e-12, `${found} is not ${expected}`);

const noise = (sides: Sides, model: NoiseModel = usualNoise): number =>
  noiseOf(sides, { model, call: "call" });

Deno.test("noiseOf() times that all agree is the floor: 5% where nothing is known", () => {
  near(noise([[7, 7, 7], [8, 8]]), 0.05);
  // One time a side says nothing of scatter.
  near(noise([[7], [9]]), 0.05);
  near(noise([[7, 7], [7, 7]], { ...usualNoise, floor: Math.log(1.02) }), 0.02);
});

Deno.test("noiseOf() is four standard errors of the difference, whatever the difference", () => {
  // Squares 2 * 0.1^2 a side with a degree of freedom each: sigma^2 = 0.02, and 1/2 + 1/2 = 1.
  const expected = Math.expm1(4 * Math.sqrt(0.02));
  near(noise([pair(0.1), pair(0.1)]), expected);
  near(noise([pair(0.1), pair(0.1, 3)]), expected);
  // Three degrees of freedom, and 1/2 + 1/3 is left: squares 0.02 and 0.08.
  near(
    noise([pair(0.1), [...pair(0.2), 1]]),
    Math.expm1(4 * Math.sqrt((0.02 + 0.08) / 3 * (1 / 2 + 1 / 3))),
  );
});

Deno.test("noiseOf() counts twice what is usual for the call, and nothing of another", () => {
  const model = {
    ...usualNoise,
    usualScatter: (call: string): number => call === "call" ? 0.3 : 0,
  };
  const sides: Sides = [pair(0.1), pair(0.1)];
  near(noise(sides, model), Math.expm1(4 * Math.sqrt((0.02 + 2 * 0.09) / 3)));
  near(noiseOf(sides, { model, call: "other" }), Math.expm1(4 * Math.sqrt(0.02)));
});

/** 21 calls: the `i`-th differs by `i` thousandths between two runs and scatters as told within them. */
function runs(apartOf: (i: number) => number): Map<string, Sides> {
  return new Map(
    Array.from({ length: 21 }, (_, i) => {
      return [`call ${i}`, [pair(apartOf(i)), pair(apartOf(i), i / 1000)]];
    }),
  );
}

Deno.test("measureNoise() takes the floor that 20 of 21 calls stay below, and the scatter of each", () => {
  const model = measureNoise(runs((i) => i === 3 ? 0.04 : 0.01));
  near(model.floor, 0.019);
  // sqrt(4 * 0.01^2 / 2 degrees of freedom)
  near(model.usualScatter("call 0"), 0.01 * Math.SQRT2);
  near(model.usualScatter("call 3"), 0.04 * Math.SQRT2);
  assert.equal(model.usualScatter("no call"), 0);
});

Deno.test("measureNoise() takes three standard errors, or a quarter above the most that was seen", () => {
  // The one call above the floor is 0.02 / (0.01 sqrt 2) = 1.4 standard errors off ..
  near(measureNoise(runs(() => 0.01)).multiple, 3);
  // .. or 0.02 / (0.001 sqrt 2) = 14 of them; those below the floor do not count.
  near(measureNoise(runs(() => 0.001)).multiple, 1.25 * 20 / Math.SQRT2);
  near(measureNoise(runs((i) => i < 20 ? 0.0001 : 0.01)).multiple, 3);
  // One call: none lies above it.
  near(measureNoise(new Map([["call", [pair(0.001), pair(0.001, 1)]]])).multiple, 3);
});

Deno.test("no call of a run against itself lies above its noise, even where all its times agree", () => {
  for (const apart of [0.01, 0.001, 0]) {
    const recorded = runs((i) => i < 20 ? 0.01 : apart);
    // A sum of three equal logarithms is not always three times one of them.
    recorded.set("thrice", [[1.1, 1.1, 1.1], [1.21, 1.21, 1.21]]);
    const model = measureNoise(recorded);
    assert.ok(model.floor < 1 && model.multiple < 100, `${model.floor} ${model.multiple}`);
    for (const [call, sides] of recorded) {
      const difference = sides[1][0]! / sides[0][0]! - 1;
      assert.ok(difference <= noiseOf(sides, { model, call }) + 1e-12, `${call} ${apart}`);
    }
  }
});

Deno.test("measureNoise() refuses to tell something from nothing", () => {
  assert.throws(() => measureNoise(new Map()), /Cannot tell the noise: there must be a call/);
});
