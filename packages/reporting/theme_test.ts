import assert from "node:assert/strict";
import { withTheme } from "./theme.ts";

Deno.test("withTheme() keeps what the figure says for itself", () => {
  const { config, width, height, autosize } = withTheme({
    mark: "bar",
    width: 100,
    config: { font: "serif", axis: { labelFontSize: 20 } },
  });
  const own = config as { font: string; axis: Record<string, unknown> };
  assert.deepEqual([width, height, autosize], [100, undefined, undefined]);
  assert.equal(own.font, "serif");
  assert.equal(own.axis["labelFontSize"], 20);
  assert.equal(own.axis["titleFontSize"], 13);
});

Deno.test("withTheme() leaves the sizes of panels to the panels", () => {
  assert.ok(!("width" in withTheme({ hconcat: [] })));
  assert.equal(withTheme({ layer: [] })["width"], 680);
});

Deno.test("withTheme() changes nothing when it is applied again, and never its argument", () => {
  const spec = Object.freeze({
    mark: "line",
    encoding: Object.freeze({ y: Object.freeze({ field: "e", scale: { type: "log" } }) }),
  });
  const once = withTheme(spec);
  assert.deepEqual(withTheme(once), once);
});
