import { equal, ok } from "node:assert/strict";
import { PAGE_WEIGHT_LIMIT, weightWithoutData } from "./page_weight.ts";

Deno.test("weightWithoutData() counts what is not data, in bytes", () => {
  const bare = `<a>é</a><script type="application/json" id="d"></script>`;
  const carried = `<a href="data:text/csv;base64,AAAA">é</a>` +
    `<script type="application/json" id="d">{"a":1}</script>`;
  equal(weightWithoutData(carried), new TextEncoder().encode(bare).length);
  ok(weightWithoutData("x".repeat(PAGE_WEIGHT_LIMIT + 1)) > PAGE_WEIGHT_LIMIT);
});
