import assert from "node:assert/strict";
import { parse, type Spec, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compileLiveFigure } from "./compile_live_figure.ts";
import { interactiveSpec } from "./interactive_spec.ts";
import { seriesEncoding } from "./series_encoding.ts";
import type { VegaLiteSpec } from "./vega_lite_spec.ts";

const values = ["uniform", "optimal"].flatMap((schedule) =>
  [1, 2, 4].map((steps) => ({ steps, pathError: 2 / steps / 3, schedule }))
);
const line: VegaLiteSpec = {
  data: { values },
  mark: { type: "line", point: true },
  encoding: {
    x: { field: "steps", type: "quantitative", scale: { type: "log" }, title: "Steps T" },
    y: { field: "pathError", type: "quantitative", axis: { title: "Path error (nats)" } },
    ...seriesEncoding("schedule", { values: ["uniform", "optimal"], by: "shape" }),
  },
};
const guide: VegaLiteSpec = {
  data: { values: [{ x: 1, y: 1 }, { x: 4, y: 0.25 }] },
  mark: "line",
  encoding: {
    x: { field: "x", type: "quantitative" },
    y: { field: "y", type: "quantitative" },
  },
};
const layered: VegaLiteSpec = { layer: [line, guide] };

/** Draws as a page does, where no code may be made from text, after setting signals. */
async function drawn(spec: VegaLiteSpec, signals: Record<string, unknown> = {}): Promise<View> {
  const { vega } = await compileLiveFigure(spec);
  const runtime = parse(vega as unknown as Spec, undefined, { ast: true });
  const view = new View(runtime, { renderer: "none", expr: expressionInterpreter, logLevel: 1 });
  await view.runAsync();
  for (const [name, value] of Object.entries(signals)) view.signal(name, value);
  return await view.runAsync();
}

interface Item {
  readonly items?: readonly Item[];
  readonly opacity?: number;
  readonly tooltip?: unknown;
  readonly datum?: { readonly schedule?: string; readonly steps?: number };
  readonly marktype?: string;
  readonly clip?: unknown;
}

function itemsOf(view: View): Item[] {
  const all = (item: Item): Item[] => [item, ...(item.items ?? []).flatMap(all)];
  return all((view.scenegraph() as unknown as { root: Item }).root);
}

Deno.test("interactiveSpec() leaves the plain specification as it is", () => {
  const before = structuredClone(layered);
  interactiveSpec(layered);
  assert.deepEqual(layered, before);
});

Deno.test("tooltips tell titles and rounded numbers, and a guide tells nothing", async () => {
  const tips = itemsOf(await drawn(layered)).map(({ tooltip }) => tooltip).filter(Boolean);
  assert.equal(tips.length, values.length);
  assert.deepEqual(tips[0], [
    ["Schedule", "uniform"],
    ["Steps T", "1"],
    ["Path error (nats)", "0.6667"],
  ]);
});

Deno.test("tooltips tell what only sets marks apart, between the series and the axes", async () => {
  const points = {
    ...line,
    mark: "point",
    encoding: { ...line["encoding"] as VegaLiteSpec, detail: { field: "maker", title: "Maker" } },
    data: { values: values.map((value) => ({ ...value, maker: "by hand" })) },
  };
  const [tip] = itemsOf(await drawn(points)).map(({ tooltip }) => tooltip).filter(Boolean);
  assert.deepEqual(tip, [
    ["Schedule", "uniform"],
    ["Maker", "by hand"],
    ["Steps T", "1"],
    ["Path error (nats)", "0.6667"],
  ]);
});

Deno.test("tooltips with hostile titles and values are texts, also where two titles are the same", async () => {
  const title = `"]; alert(1) //'\\ </script>`;
  const spec: VegaLiteSpec = {
    data: { values: [{ a: 20000, b: 1.23456e-9, c: title }] },
    mark: "point",
    encoding: {
      x: { field: "a", type: "quantitative", title },
      y: { field: "b", type: "quantitative", title },
      color: { field: "c", type: "nominal", legend: null },
    },
  };
  const tips = itemsOf(await drawn(spec)).map(({ tooltip }) => tooltip).filter(Boolean);
  assert.deepEqual(tips, [[["C", title], [title, "20,000"], [title, "1.235e-9"]]]);
});

Deno.test("a highlighted series stays, and the others fade", async () => {
  const opacities = (view: View, schedule: string): Set<number> =>
    new Set(
      itemsOf(view).filter(({ datum, tooltip, marktype }) =>
        datum?.schedule === schedule && tooltip === undefined && marktype === undefined
      ).map(({ opacity }) => opacity!).filter((opacity) => opacity !== undefined),
    );
  const all = await drawn(layered);
  assert.deepEqual([...opacities(all, "optimal")], [1]);
  const one = await drawn(layered, { highlighted: "uniform" });
  assert.deepEqual([...opacities(one, "uniform")], [1]);
  assert.deepEqual([...opacities(one, "optimal")], [0.15]);
});

Deno.test("a single panel with two continuous axes zooms, and clips its marks only then", async () => {
  assert.ok(interactiveSpec(layered).zooms);
  const clips = (view: View): Set<unknown> =>
    new Set(
      itemsOf(view).filter(({ marktype }) => marktype === "symbol" || marktype === "line")
        .map(({ clip }) => clip ?? false),
    );
  const whole = await drawn(layered);
  assert.deepEqual(whole.scale("x").domain(), [1, 10]);
  assert.deepEqual([...clips(whole)], [false]);
  const near = await drawn(layered, { zoom_steps: [2, 3], zoom_pathError: [0.2, 0.3] });
  assert.deepEqual(near.scale("x").domain(), [2, 3]);
  assert.ok(clips(near).has(true));
});

Deno.test("panels beside each other and discrete axes do not zoom", () => {
  assert.ok(!interactiveSpec({ hconcat: [line, line] }).zooms);
  const encoding = { ...line["encoding"] as VegaLiteSpec, x: { field: "steps", type: "ordinal" } };
  assert.ok(!interactiveSpec({ ...line, encoding }).zooms);
});

Deno.test("series are those of the legend in its order, none where there is but one", () => {
  assert.deepEqual(interactiveSpec({ hconcat: [line, line] }).series, ["uniform", "optimal"]);
  assert.deepEqual(interactiveSpec(guide).series, []);
});

const kinds: Readonly<Record<string, VegaLiteSpec>> = {
  "one panel": line,
  layers: layered,
  "layers that share their channels": {
    data: { values },
    encoding: line["encoding"]!,
    layer: [{ mark: "area" }, { mark: "line" }, { mark: "rule", encoding: { y: { datum: 0.5 } } }],
  },
  panels: { hconcat: [line, { vconcat: [line, layered] }] },
  facets: {
    ...line,
    encoding: { ...line["encoding"] as VegaLiteSpec, column: { field: "schedule" } },
  },
  bars: { ...line, mark: "bar", encoding: { x: { field: "schedule" }, y: { field: "steps" } } },
  "a composite mark in layers": {
    data: { values },
    encoding: {
      x: { field: "steps", type: "quantitative", title: "Steps" },
      y: { field: "pathError", type: "quantitative", title: "Path error" },
    },
    layer: [{ mark: { type: "errorband", extent: "stdev" } }, { mark: "line" }],
  },
};
for (const [kind, spec] of Object.entries(kinds)) {
  Deno.test(`${kind} come alive without a warning`, async () => {
    assert.ok(itemsOf(await drawn(spec)).length > 10);
  });
}

Deno.test("up to 5,000 marks are elements, more are drawn on a canvas", async () => {
  const points = (count: number): VegaLiteSpec => ({
    ...guide,
    data: { values: Array.from({ length: count }, (_, i) => ({ x: i, y: i % 7 })) },
    mark: "point",
  });
  assert.equal((await compileLiveFigure(points(5000))).renderer, "svg");
  assert.equal((await compileLiveFigure(points(5001))).renderer, "canvas");
});

Deno.test("only a figure that states no width follows that of its page", async () => {
  assert.ok((await compileLiveFigure(line)).fits);
  assert.ok(!(await compileLiveFigure({ ...line, width: 300 })).fits);
  assert.ok(!(await compileLiveFigure({ hconcat: [line, line] })).fits);
});
