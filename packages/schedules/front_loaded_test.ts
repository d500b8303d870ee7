import { deepStrictEqual, notDeepStrictEqual, strictEqual } from "node:assert/strict";
import { frontLoaded } from "./front_loaded.ts";
import { maximumSize } from "./mask_sizes.ts";
import { unbalanced } from "./unbalanced.ts";

Deno.test("front-loaded reveals its large set first", () => {
  deepStrictEqual([...frontLoaded.sizes({ length: 8, steps: 4 })], [5, 1, 1, 1]);
});

Deno.test("front-loaded is not unbalanced, though the largest size is the same", () => {
  const options = { length: 8, steps: 4 };
  notDeepStrictEqual(frontLoaded.sizes(options), unbalanced.sizes(options));
  strictEqual(maximumSize(frontLoaded.sizes(options)), maximumSize(unbalanced.sizes(options)));
});
