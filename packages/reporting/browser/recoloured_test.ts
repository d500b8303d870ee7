import assert from "node:assert/strict";
import { darkColourOf, figureColours } from "../figure_colours.ts";
import { recoloured } from "./recoloured.ts";

const { ink, series } = figureColours;
const spec = {
  data: [{ name: "rows", values: [{ name: ink }] }],
  marks: [{ encode: { fill: { value: ink } } }],
  scales: [{ range: [...series] }],
  width: 680,
};

Deno.test("recoloured() replaces every colour on a dark page, and leaves the data", () => {
  assert.deepEqual(recoloured(spec, true), {
    data: spec.data,
    marks: [{ encode: { fill: { value: darkColourOf.get(ink) } } }],
    scales: [{ range: series.map((colour) => darkColourOf.get(colour)) }],
    width: 680,
  });
});

Deno.test("recoloured() leaves a specification alone on a light page", () => {
  assert.equal(recoloured(spec, false), spec);
});
