import assert from "node:assert/strict";
import { renderSvg } from "./render_svg.ts";
import type { JsonValue } from "./vega_lite_spec.ts";

/** Labels of the y axis of a figure whose values run from `low` to `high`. */
async function labels(
  low: number,
  high: number,
  y: Record<string, JsonValue> = {},
): Promise<string[]> {
  const svg = await renderSvg({
    data: { values: [{ error: low }, { error: high }] },
    mark: "point",
    encoding: {
      y: {
        field: "error",
        type: "quantitative",
        scale: { type: "log", nice: false },
        title: null,
        ...y,
      },
    },
  }, { alt: "Two points." });
  return [...svg.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map((match) => match[1]!);
}

Deno.test("a logarithmic axis over several decades is labelled at whole powers alone", async () => {
  assert.deepEqual(await labels(1e-3, 10), ["0.001", "0.01", "0.1", "1", "10"]);
});

Deno.test("a logarithmic axis of base 2 is labelled at powers of 2", async () => {
  const y = { scale: { type: "log", base: 2, nice: false } };
  assert.deepEqual(await labels(1, 64, y), ["1", "2", "4", "8", "16", "32", "64"]);
});

Deno.test("a logarithmic axis over less than two decades keeps labels between the powers", async () => {
  assert.ok((await labels(2, 30)).length >= 3);
});

Deno.test("a figure that chooses its ticks keeps them", async () => {
  assert.deepEqual(await labels(1e-3, 10, { axis: { values: [0.02, 5] } }), ["0.02", "5"]);
});

Deno.test("labels too small to spell out make all labels of their axis use exponents", async () => {
  assert.deepEqual(await labels(1e-6, 1e-2), ["1e-6", "1e-5", "1e-4", "1e-3", "1e-2"]);
});

Deno.test("an axis can still be left out", async () => {
  assert.deepEqual(await labels(1e-3, 10, { axis: null }), []);
});
