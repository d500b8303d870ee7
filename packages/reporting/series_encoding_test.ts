import assert from "node:assert/strict";
import { figureColours } from "./figure_colours.ts";
import { renderSvg } from "./render_svg.ts";
import { seriesEncoding } from "./series_encoding.ts";
import type { VegaLiteSpec } from "./vega_lite_spec.ts";

const names = ["a", "b", "c"];
const values = names.flatMap((name, i) => [1, 2, 3].map((x) => ({ name, x, y: x * (i + 1) })));
const figure = (mark: VegaLiteSpec, series: VegaLiteSpec): VegaLiteSpec => ({
  data: { values },
  mark,
  encoding: {
    x: { field: "x", type: "quantitative" },
    y: { field: "y", type: "quantitative" },
    ...series,
  },
});
const range = (channel: unknown): readonly unknown[] =>
  (channel as { scale: { range: readonly unknown[] } }).scale.range;

for (const by of ["shape", "dash"] as const) {
  Deno.test(`seriesEncoding() tells every series apart by colour and by ${by}, in one legend`, async () => {
    const series = seriesEncoding("name", { values: names, title: "Schedule", by });
    const second = by === "shape" ? series["shape"] : series["strokeDash"];
    for (const channel of [series["color"], second]) {
      assert.equal(
        new Set(range(channel).map((value) => JSON.stringify(value))).size,
        names.length,
      );
    }
    const mark = by === "shape" ? { type: "point" } : { type: "line" };
    const svg = await renderSvg(figure(mark, series), { alt: "Three series." });
    assert.equal(svg.match(/>Schedule<\/text>/g)?.length, 1);
    for (const name of names) {
      assert.equal(svg.match(new RegExp(`>${name}</text>`, "g"))?.length, 1);
    }
  });
}

Deno.test("seriesEncoding() by dash shows dashes in the legend, also where the lines have points", async () => {
  const series = seriesEncoding("name", { values: names, by: "dash" });
  const svg = await renderSvg(figure({ type: "line", point: true }, series), { alt: "Lines." });
  assert.equal(svg.match(/d="M-15,0L15,0"/g)?.length, names.length);
});

Deno.test("seriesEncoding() spreads ordered levels over the whole ramp", () => {
  const ends = range(seriesEncoding("k", { values: [1, 2], ordered: true, by: "dash" })["color"]);
  assert.deepEqual(ends, [figureColours.ramp[0], figureColours.ramp.at(-1)]);
  for (let count = 1; count <= 5; count++) {
    const levels = [1, 2, 3, 4, 5].slice(0, count);
    const colours = range(
      seriesEncoding("k", { values: levels, ordered: true, by: "dash" })["color"],
    );
    const places = colours.map((colour) => figureColours.ramp.indexOf(colour as string));
    assert.deepEqual(places, [...new Set(places)].sort());
    assert.equal(places.length, count);
  }
});

Deno.test("seriesEncoding() refuses more series than can be told apart, and none", () => {
  for (const count of [0, 6]) {
    const many = Array.from({ length: count }, (_, i) => i);
    assert.throws(() => seriesEncoding("k", { values: many, by: "shape" }), RangeError);
  }
});
