import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { iterationColour, iterationColours } from "./iteration_palette.ts";

/** Red, green and blue, 0 to 255, of a colour of the 6 x 6 x 6 cube, as xterm defines it. */
function cubeColour(number: number): number[] {
  const index = number - 16;
  return [Math.floor(index / 36), Math.floor(index / 6) % 6, index % 6]
    .map((level) => level === 0 ? 0 : 55 + 40 * level);
}

/** Relative luminance, WCAG 2.2. */
function luminance(rgb: readonly number[]): number {
  const [r, g, b] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** Hue in degrees. */
function hue(rgb: readonly number[]): number {
  const [r, g, b] = rgb as [number, number, number];
  const most = Math.max(r, g, b);
  const range = most - Math.min(r, g, b);
  const sixth = most === r
    ? (g - b) / range
    : most === g
    ? 2 + (b - r) / range
    : 4 + (r - g) / range;
  return (60 * sixth + 360) % 360;
}

Deno.test("every colour of an iteration reads on black and on white", () => {
  for (const number of iterationColours) {
    ok(number >= 16 && number < 232);
    const light = luminance(cubeColour(number));
    ok((light + 0.05) / 0.05 >= 3 && 1.05 / (light + 0.05) >= 3, `${number}`);
  }
  // White and black themselves do not pass.
  ok(1.05 / (luminance([255, 255, 255]) + 0.05) < 3 && (luminance([0, 0, 0]) + 0.05) / 0.05 < 3);
});

Deno.test("the colours of iterations go round the hues one way, and not all the way", () => {
  const hues = iterationColours.map((number) => hue(cubeColour(number)));
  const turns = hues.slice(1).map((to, i) => (hues[i]! - to + 360) % 360);
  ok(turns.every((turn) => turn > 0 && turn < 60), turns.join());
  ok(turns.reduce((sum, turn) => sum + turn, 0) <= 300);
});

Deno.test("few iterations get colours far apart, and many share them in order", () => {
  const of = (iterations: number): number[] =>
    Array.from({ length: iterations }, (_, t) => iterationColour(t, iterations));
  deepStrictEqual(of(1), [63]);
  deepStrictEqual(of(2), [63, 164]);
  deepStrictEqual(of(3).map((colour) => iterationColours.indexOf(colour)), [0, 9, 17]);
  deepStrictEqual(of(iterationColours.length), [...iterationColours]);
  const many = of(1000).map((colour) => iterationColours.indexOf(colour));
  strictEqual(new Set(many).size, iterationColours.length);
  ok(many.every((index, t) => t === 0 || index >= many[t - 1]!));
});
