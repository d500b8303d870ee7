import assert from "node:assert/strict";
import { darkColourOf, figureColours } from "./figure_colours.ts";

type Rgb = readonly [number, number, number];

/** sRGB to linear light, WCAG 2.2 definition of relative luminance. */
function linear(colour: string): Rgb {
  const channel = (at: number): number => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [red, green, blue] = linear(colour);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

// Machado, Oliveira and Fernandes 2009, severity 1.0, on linear light.
const visions: Readonly<Record<string, readonly Rgb[]>> = {
  "full colour vision": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.011820, 0.042940, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.303900],
  ],
};

const times = (matrix: readonly Rgb[], [x, y, z]: Rgb): Rgb => {
  const [a, b, c] = matrix.map((row) => row[0] * x + row[1] * y + row[2] * z);
  return [a!, b!, c!];
};

/** Distance in OKLab (Ottosson 2020), where about 0.02 is just noticeable. */
function distance(a: string, b: string, vision: readonly Rgb[]): number {
  const lab = (colour: string): Rgb => {
    const [r, g, bl] = times(vision, linear(colour)).map((value) => Math.max(0, value));
    const cones = times([
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ], [r!, g!, bl!]).map(Math.cbrt);
    return times([
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ], [cones[0]!, cones[1]!, cones[2]!]);
  };
  const [p, q] = [lab(a), lab(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

const dark = (colour: string): string => darkColourOf.get(colour)!;
const themes = { light: (colour: string): string => colour, dark };

function smallestDistance(colours: readonly string[], vision: readonly Rgb[]): number {
  return Math.min(
    ...colours.flatMap((a, i) => colours.slice(0, i).map((b) => distance(a, b, vision))),
  );
}

for (const [name, shown] of Object.entries(themes)) {
  const paper = shown(figureColours.paper);

  Deno.test(`figureColours on a ${name} page: text has contrast 4.5, marks have contrast 3`, () => {
    for (const colour of [figureColours.ink, figureColours.muted]) {
      assert.ok(contrast(shown(colour), paper) >= 4.5, colour);
    }
    for (const colour of [...figureColours.series, ...figureColours.ramp, figureColours.axis]) {
      assert.ok(contrast(shown(colour), paper) >= 3, colour);
    }
  });

  for (const [vision, matrix] of Object.entries(visions)) {
    Deno.test(`figureColours on a ${name} page stay apart under ${vision}`, () => {
      // Five and three just noticeable differences; levels of the ramp also differ in shape or dash and in order.
      assert.ok(smallestDistance(figureColours.series.map(shown), matrix) > 0.1);
      assert.ok(smallestDistance(figureColours.ramp.map(shown), matrix) > 0.06);
    });
  }
}

Deno.test("the distance used here does tell a bad pair: red and green under deuteranopia", () => {
  const [red, green] = ["#d62728", "#7f7f00"];
  assert.ok(distance(red, green, visions["full colour vision"]!) > 0.1);
  assert.ok(distance(red, green, visions["deuteranopia"]!) < 0.06);
});

Deno.test("every colour of a figure has a dark counterpart, different from all others", () => {
  const { series, ramp, ...neutral } = figureColours;
  const all = [...Object.values(neutral), ...series, ...ramp];
  assert.equal(new Set(all).size, all.length);
  assert.deepEqual(new Set(darkColourOf.keys()), new Set(all));
  assert.equal(new Set(darkColourOf.values()).size, all.length);
});
