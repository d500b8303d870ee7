import assert from "node:assert/strict";
import { renderSvg } from "./render_svg.ts";
import type { VegaLiteSpec } from "./vega_lite_spec.ts";

const values = [1, 2, 4, 8, 16].map((steps) => ({ steps, error: 1 / steps, kind: "exact" }));
const line: VegaLiteSpec = {
  data: { values },
  mark: { type: "line", point: true, clip: true },
  encoding: {
    x: { field: "steps", type: "quantitative", scale: { type: "log", base: 2 }, title: "Steps" },
    y: { field: "error", type: "quantitative", title: "Path error (nats)" },
    color: { field: "kind", type: "nominal" },
  },
};
const alt = "The error halves when the steps double.";

Deno.test("renderSvg() gives the same bytes again, whatever was drawn before or is drawn beside it", async () => {
  const first = await renderSvg(line, { alt });
  await renderSvg({ ...line, mark: "bar" }, { alt });
  const beside = await Promise.all([renderSvg(line, { alt }), renderSvg(line, { alt })]);
  assert.deepEqual(beside, [first, first]);
});

Deno.test("renderSvg() leaves the rows of its caller as they are", async () => {
  const rows = [{ steps: 1, error: 1 }, { steps: 2, error: 0.5 }];
  await renderSvg({ ...line, data: { values: rows } }, { alt });
  assert.deepEqual(rows.map((row) => Reflect.ownKeys(row)), [["steps", "error"], [
    "steps",
    "error",
  ]]);
});

Deno.test("renderSvg() names the picture by its alternative text, and shows its titles", async () => {
  const svg = await renderSvg(line, { alt: 'a < "b"' });
  assert.match(svg, /^<svg [^>]* role="img" aria-label="a &lt; &quot;b&quot;">/);
  assert.match(svg, />Path error \(nats\)<\/text>/);
});

Deno.test("renderSvg() draws at 680 x 400 with axes and legend inside, unless the figure says otherwise", async () => {
  assert.match(await renderSvg(line, { alt }), /width="680" height="400" viewBox="0 0 680 400"/);
  assert.match(await renderSvg({ ...line, height: 200 }, { alt }), /width="680" height="200"/);
});

Deno.test("renderSvg() draws a background only when asked", async () => {
  assert.doesNotMatch(await renderSvg(line, { alt }), /#ffffff/);
  assert.match(
    await renderSvg(line, { alt, background: "#ffffff" }),
    /<rect width="680" height="400" fill="#ffffff"\/>/,
  );
});

Deno.test("renderSvg() keeps identifiers of drawings on one page apart", async () => {
  const ids = async (idPrefix: string): Promise<string[]> => {
    const svg = await renderSvg(line, { alt, idPrefix });
    return [...svg.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]!);
  };
  const [one, other] = [await ids("one-"), await ids("other-")];
  assert.ok(one.length > 0);
  assert.ok(one.every((id) => id.startsWith("one-") && !other.includes(id)));
});

Deno.test("renderSvg() shows hostile text as text", async () => {
  const hostile = `</text></svg></style><script>alert(1)</script>" onload='x'\u2028&amp;`;
  const svg = await renderSvg({
    data: { values: [{ a: hostile, b: 1 }] },
    title: hostile,
    mark: { type: "text", tooltip: { content: "data" } },
    encoding: {
      x: { field: "b", type: "quantitative", title: hostile },
      y: { field: "a", type: "nominal", title: hostile },
      text: { field: "a" },
      color: { field: "a", type: "nominal", title: hostile },
    },
  }, { alt: hostile });
  const names = new Set([...svg.matchAll(/<\/?([\w:]+)/g)].map((match) => match[1]!));
  assert.deepEqual(names.difference(new Set(["svg", "g", "path", "line", "text"])), new Set());
  assert.ok(svg.includes("&lt;script&gt;"));
  for (const [tag] of svg.matchAll(/<[^>]*>/g)) {
    assert.doesNotMatch(tag.replaceAll(/"[^"]*"/g, ""), / on|style/);
  }
});

const kinds: Readonly<Record<string, VegaLiteSpec>> = {
  panels: {
    ...line,
    width: 150,
    encoding: { ...line["encoding"] as VegaLiteSpec, column: { field: "kind" } },
  },
  concatenation: { hconcat: [{ ...line, width: 200 }, { ...line, width: 200 }] },
  layers: {
    data: { values },
    encoding: line["encoding"]!,
    layer: [{ mark: "area" }, { mark: "line" }, { mark: "rule", encoding: { y: { datum: 0.5 } } }],
  },
  bars: { ...line, mark: "bar" },
  band: {
    ...line,
    data: { values: [...values, ...values.map((row) => ({ ...row, error: row.error / 2 }))] },
    mark: { type: "errorband", extent: "stdev" },
  },
};

for (const [kind, spec] of Object.entries(kinds)) {
  Deno.test(`renderSvg() draws ${kind} with labelled axes, and closes what it opens`, async () => {
    const svg = await renderSvg(spec, { alt });
    const open: string[] = [];
    for (const [, close, name, empty] of svg.matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g)) {
      if (close) assert.equal(open.pop(), name);
      else if (!empty) open.push(name!);
    }
    assert.deepEqual(open, []);
    assert.match(svg, />Path error \(nats\)<\/text>/);
    assert.match(svg, />0\.\d<\/text>/);
  });
}

const refused: readonly (readonly [string, VegaLiteSpec, RegExp])[] = [
  [
    "that fetches its data",
    { ...line, data: { url: "data.json" } },
    /spec\.data\.url must be absent/,
  ],
  ["without a mark", { data: { values } }, /must compile/],
  ["with an unknown mark", { ...line, mark: "lines" }, /must compile/],
  ["whose field does not exist", {
    ...line,
    encoding: { y: { field: "eror", type: "quantitative" } },
  }, /Infinite extent for field "eror"/],
  ["with an unknown scale type for its channel", {
    ...line,
    encoding: { x: { field: "steps", type: "nominal", scale: { type: "log" } } },
  }, /log/],
  ["with a broken expression", { ...line, transform: [{ calculate: "1 +", as: "z" }] }, /got /],
  ["with an unknown number format", {
    ...line,
    encoding: { x: { field: "steps", type: "quantitative", axis: { format: "~.6g" } } },
  }, /got invalid format: ~\.6g$/],
];

for (const [what, spec, message] of refused) {
  Deno.test(`renderSvg() refuses a figure ${what}`, async () => {
    await assert.rejects(renderSvg(spec, { alt }), (error: Error) => {
      assert.match(error.message, /^Cannot draw the figure: /);
      assert.match(error.message, message);
      return error instanceof RangeError;
    });
  });
}

Deno.test("renderSvg() refuses a figure that no one has described", async () => {
  await assert.rejects(renderSvg(line, { alt: " " }), RangeError);
});
