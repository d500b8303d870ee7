import assert from "node:assert/strict";
import { scriptJson } from "./script_json.ts";

Deno.test("scriptJson() reads back, and holds nothing that could end a script or a line of one", () => {
  const value = { a: "</script><!--<script>&amp;\u2028\u2029", b: [1, null, true] };
  const { text } = scriptJson(value);
  assert.deepEqual(JSON.parse(text), value);
  assert.doesNotMatch(text, /[<>&\u2028\u2029]/);
});
