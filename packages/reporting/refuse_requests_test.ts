import assert from "node:assert/strict";
import { refuseRequests } from "./refuse_requests.ts";
import type { VegaLiteSpec } from "./vega_lite_spec.ts";

const refused: readonly (readonly [string, VegaLiteSpec, string])[] = [
  ["a data file", { data: { url: "data.json" }, mark: "line" }, "spec.data.url"],
  ["a data file of a layer", { layer: [{ data: { url: "a.csv" } }] }, "spec.layer.0.data.url"],
  [
    "a looked-up file",
    { transform: [{ lookup: "k", from: { data: { url: "b.csv" }, key: "k" } }] },
    "spec.transform.0.from.data.url",
  ],
  ["images", { mark: "image", encoding: { url: { field: "u" } } }, "spec.encoding.url"],
  ["links", { mark: "point", encoding: { href: { field: "h" } } }, "spec.encoding.href"],
];

for (const [what, spec, path] of refused) {
  Deno.test(`refuseRequests() refuses ${what} and says where`, () => {
    assert.throws(() => refuseRequests(spec), (error: Error) => {
      return error instanceof RangeError && error.message.includes(`${path} must be absent`);
    });
  });
}

Deno.test("refuseRequests() lets data have a column called url", () => {
  refuseRequests({ data: { values: [{ url: "x", href: "y" }] }, datasets: { a: [{ url: "z" }] } });
});
