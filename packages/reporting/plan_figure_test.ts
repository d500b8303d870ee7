import assert from "node:assert/strict";
import { figureColours } from "./figure_colours.ts";
import type { CurvePoint } from "./curve_lines.ts";
import { planFigure, type PlanFigureOptions } from "./plan_figure.ts";
import { renderSvg } from "./render_svg.ts";
import type { VegaLiteSpec } from "./vega_lite_spec.ts";

interface Row {
  readonly line?: string;
  readonly run?: number;
  readonly x: number;
  readonly y: number;
}

const values = [2, 1.5, 1.2, 1.1, 1];
const curve: readonly CurvePoint[] = values.map((nats, revealed) => ({ revealed, nats }));
const words = { title: "2 iterations, path error 2.1 nats", caption: "five tokens" };
const options: PlanFigureOptions = {
  curve,
  schedules: [{ name: "this plan", sizes: [2, 3] }, { name: "uniform", sizes: [3, 2] }],
  ...words,
};

function layers(spec: VegaLiteSpec): { rows: Row[]; mark: Record<string, unknown> }[] {
  return (spec["layer"] as unknown as { data: { values: Row[] }; mark: Record<string, unknown> }[])
    .map(({ data, mark }) => ({ rows: data.values, mark }));
}

/** Area inside a closed polygon, by the shoelace formula. */
function area(outline: readonly Row[]): number {
  const twice = outline.reduce((sum, { x, y }, i) => {
    const next = outline[(i + 1) % outline.length]!;
    return sum + x * next.y - next.x * y;
  }, 0);
  return Math.abs(twice) / 2;
}

function shaded(spec: VegaLiteSpec): Row[] {
  return layers(spec).find(({ mark }) => mark["color"] === figureColours.series[0])!.rows;
}

function rowsNamed(spec: VegaLiteSpec, line: string): Row[] {
  return layers(spec).flatMap(({ rows }) => rows.filter((row) => row.line === line));
}

Deno.test("the shaded area is the path error, 0 for a schedule of ones", () => {
  // 2 f(0) + 3 f(2) - sum f = 4 + 3.6 - 6.8.
  assert.ok(Math.abs(area(shaded(planFigure(options).spec)) - 0.8) < 1e-12);
  const shot = planFigure({ ...options, schedules: [{ name: "this plan", sizes: [5] }] });
  assert.ok(Math.abs(area(shaded(shot.spec)) - (10 - 6.8)) < 1e-12);
  const ones = planFigure({
    ...options,
    schedules: [{ name: "this plan", sizes: [1, 1, 1, 1, 1] }],
  });
  assert.ok(area(shaded(ones.spec)) < 1e-12);
});

Deno.test("the stairs stand on the curve where each iteration starts, sizes in order of unmasking", () => {
  const { spec } = planFigure(options);
  const corners = (line: string): string =>
    rowsNamed(spec, line).map(({ x, y }) => `${x},${y}`).join(" ");
  assert.equal(corners("this plan"), "0,2 2,2 2,1.2 5,1.2");
  assert.equal(corners("uniform"), "0,2 3,2 3,1.1 5,1.1");
  assert.equal(corners("information curve"), "0,2 1,2 1,1.5 2,1.5 2,1.2 3,1.2 3,1.1 4,1.1 4,1 5,1");
});

Deno.test("the figure says what it is: title, caption, axes with units, a legend, and in words", async () => {
  const { spec, alt } = planFigure(options);
  const svg = await renderSvg(spec, { alt });
  for (
    const text of [
      words.title,
      words.caption,
      "Tokens revealed, k",
      "Entropy of a masked token, f\\(k\\) \\(nats\\)",
      "information curve",
      "this plan",
      "uniform",
    ]
  ) assert.match(svg, new RegExp(`>${text}</text>`));
  const loss = planFigure({ ...options, heightTitle: "Mean loss (nats)" });
  const lossSvg = await renderSvg(loss.spec, { alt });
  assert.match(lossSvg, />Mean loss \(nats\)<\/text>/);
  assert.doesNotMatch(lossSvg, /Entropy of a masked token/);
  assert.match(svg, /width="680" height="460"/);
  assert.equal(
    alt,
    "2 iterations, path error 2.1 nats. The information curve goes from 2 to 1 nats. Over it stand " +
      "the stairs of the plan, 2 of them; the area between is its path error.",
  );
});

Deno.test("an estimated curve has a band, and dots where it is extrapolated", async () => {
  const estimated = curve.map((point): CurvePoint => ({
    ...point,
    low: point.nats - 0.1,
    high: point.nats + 0.2,
    extrapolated: point.revealed === 0 || point.revealed === 4,
  }));
  const { spec, alt } = planFigure({ ...options, curve: estimated });
  const band = layers(spec).find(({ mark }) => mark["color"] === figureColours.muted)!;
  // The axis goes from 0.94 to 2.0636, 6% beyond what is observed; the band of f(0) and f(4) is cut there.
  assert.ok(Math.abs(area(band.rows) - (3 * 0.3 + (2.0636 - 1.9) + (1.2 - 0.94))) < 1e-12);
  const edges = layers(spec).filter(({ mark }) => mark["strokeWidth"] === 0.75);
  assert.equal(edges.length, 2);
  assert.ok(edges.every(({ rows, mark }) => rows.length === 10 && mark["filled"] !== true));
  const stretches = (line: string): string =>
    rowsNamed(spec, line).map(({ run, x }) => `${run}:${x}`).join(" ");
  assert.equal(stretches("extrapolated"), "0:0 0:1 2:4 2:5");
  assert.equal(stretches("information curve"), "1:1 1:2 1:2 1:3 1:3 1:4");
  assert.match(await renderSvg(spec, { alt }), />extrapolated<\/text>/);
  // Exact curves have neither.
  assert.equal(layers(planFigure(options).spec).length, layers(spec).length - 3);
  assert.equal(rowsNamed(planFigure(options).spec, "extrapolated").length, 0);
});

Deno.test("level, vanishing and single-token curves are drawn without a warning", async () => {
  for (const heights of [[1.4, 1.4, 1.4], [0, 0, 0], [2], [0.7, 0, 0, 0], [1e-12, 0]]) {
    const { spec, alt } = planFigure({
      curve: heights.map((nats, revealed) => ({ revealed, nats })),
      schedules: [{ name: "this plan", sizes: [heights.length] }],
      ...words,
    });
    const svg = await renderSvg(spec, { alt });
    assert.doesNotMatch(svg, /NaN/);
  }
});

Deno.test("a curve of 2^18 tokens is drawn in under 300 kB, with its jump and the stairs' ends", async () => {
  const length = 2 ** 18;
  const jump = 150_001;
  const long = Array.from({ length }, (_, revealed): CurvePoint => {
    const nats = 1 + 1 / (1 + revealed / 1000) + (revealed < jump ? 1 : 0);
    return { revealed, nats, low: nats - 0.1, high: nats + 0.1 };
  });
  const sizes = new Array<number>(2 ** 14).fill(2 ** 4);
  const { spec, alt } = planFigure({
    ...words,
    curve: long,
    schedules: [{ name: "this plan", sizes }, { name: "uniform", sizes: sizes.toReversed() }],
  });
  const rows = rowsNamed(spec, "information curve");
  assert.ok(rows.length <= 2000);
  // The jump is as steep as a column of the drawing is wide.
  const drop = rows.findIndex(({ y }, i) => y - (rows[i + 1]?.y ?? y) > 0.9);
  assert.ok(rows[drop]!.x < jump && rows[drop + 1]!.x >= jump);
  assert.ok(rows[drop + 1]!.x - rows[drop]!.x <= length / 400);
  assert.ok(rowsNamed(spec, "this plan").length <= 2000);
  assert.equal(rowsNamed(spec, "this plan").at(-1)!.x, length);
  const svg = await renderSvg(spec, { alt });
  assert.ok(svg.length < 300_000, `${svg.length}`);
});

Deno.test("a plan that cannot be drawn is refused, saying why", () => {
  const plan = [{ name: "this plan", sizes: [2, 3] }];
  const refusals: readonly [Partial<PlanFigureOptions>, RegExp][] = [
    [{ curve: [] }, /at least one point, got none/],
    [{ curve: curve.slice(1) }, /count revealed tokens from 0, 0 here, got 1/],
    [{ curve: curve.toReversed() }, /0 here, got 4/],
    [{ curve: [{ revealed: 0, nats: NaN }] }, /values at 0 must be finite, got NaN/],
    [{ curve: [{ revealed: 0, nats: 1, high: Infinity }] }, /must be finite, got 1 1 Infinity/],
    [{ schedules: [] }, /one to three schedules, got 0/],
    [{ schedules: [...plan, ...plan, ...plan, ...plan] }, /one to three schedules, got 4/],
    [{ schedules: [{ name: "a", sizes: [2, 2] }] }, /sizes of a must .* sum to 5, got 4/],
    [{ schedules: [{ name: "a", sizes: [5, 0] }] }, /sizes of a must be at least 1/],
    [{ schedules: [{ name: "a", sizes: [NaN] }] }, /sizes of a must/],
  ];
  for (const [part, message] of refusals) {
    assert.throws(() => planFigure({ ...options, ...part }), (error: Error) => {
      assert.match(error.message, /^Cannot draw the plan: /);
      assert.match(error.message, message);
      return error instanceof RangeError;
    });
  }
});
