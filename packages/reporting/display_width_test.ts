import assert from "node:assert/strict";
import { displayWidth } from "./display_width.ts";

const cases: readonly (readonly [string, number])[] = [
  ["", 0],
  ["nats", 4],
  ["ü", 1],
  ["u\u0308", 1],
  ["─▁█", 3],
  ["漢字", 4],
  ["😀", 2],
  ["a\u200db", 2],
];

for (const [text, width] of cases) {
  Deno.test(`displayWidth(${JSON.stringify(text)}) is ${width}`, () => {
    assert.equal(displayWidth(text), width);
  });
}
