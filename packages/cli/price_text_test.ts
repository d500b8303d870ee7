import { strictEqual } from "node:assert/strict";
import { intervalText } from "./price_text.ts";

Deno.test("an interval is told by its ends, and one that is none lies below 0", () => {
  strictEqual(intervalText([1.25, 1.75]), "1.2500 to 1.7500");
  strictEqual(intervalText(null), "below 0");
});
