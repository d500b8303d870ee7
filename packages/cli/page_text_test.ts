import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { bar, sparkline } from "./bars.ts";
import { fewOf } from "./few_of.ts";
import { countText, natsText, percentText } from "./number_text.ts";
import { sizesText } from "./sizes_text.ts";
import { tableText } from "./table_text.ts";
import { wrapText } from "./wrap_text.ts";

Deno.test("natsText() keeps four digits, and small numbers their size", () => {
  const cases: [number, string][] = [
    [0, "0"],
    [1.23456, "1.2346"],
    [9999.99999, "10,000.0000"],
    [-1234.5, "-1234.5000"],
    [12345.678, "12,345.6780"],
    [-1234567.1, "-1,234,567.1000"],
    [0.00099, "9.90e-4"],
    [1e-300, "1.00e-300"],
    [4e7, "4.00e+7"],
    [Infinity, "Infinity"],
  ];
  for (const [value, text] of cases) strictEqual(natsText(value), text);
  strictEqual(percentText(0.1234), "12.3%");
  strictEqual(countText(1, "step"), "1 step");
  strictEqual(countText(2, "step"), "2 steps");
  strictEqual(countText(9999, "step"), "9999 steps");
  strictEqual(countText(65536, "step"), "65,536 steps");
});

Deno.test("sizesText() lists few sizes and counts runs of many", () => {
  strictEqual(sizesText([3, 3, 2]), "3, 3, 2");
  strictEqual(
    sizesText([...new Array(16).fill(4), 3, 3, 1]),
    "16\u00a0x\u00a04, 2\u00a0x\u00a03, 1",
  );
  const long = sizesText(Array.from({ length: 1000 }, (_, t) => 1 + t % 2));
  ok(long.length < 300 && long.includes("--json"));
});

Deno.test("tableText() aligns the first column left and the others right", () => {
  strictEqual(
    tableText(["a", "nats"], [["long name", "1"], ["b", "12.5"]]),
    "  a          nats\n  long name     1\n  b          12.5\n",
  );
  strictEqual(tableText(["a", ""], [["b", ""]]), "  a\n  b\n");
});

Deno.test("wrapText() breaks at spaces, indents every line and hangs all but the first", () => {
  strictEqual(wrapText("one two three", { columns: 7 }), "one two\nthree\n");
  strictEqual(
    wrapText("one two three", { columns: 9, indent: 2, hang: 1 }),
    "  one two\n   three\n",
  );
  strictEqual(wrapText("unbreakable", { columns: 4 }), "unbreakable\n");
  strictEqual(wrapText("4\u00a0x 2 4\u00a0x\u00a02", { columns: 7 }), "4 x 2\n4 x 2\n");
  strictEqual(wrapText("", { columns: 4 }), "\n");
});

Deno.test("fewOf() shows all of few numbers, and the ends of many", () => {
  deepStrictEqual(fewOf(1, 3), [1, 2, 3]);
  deepStrictEqual(fewOf(0, 0), [0]);
  deepStrictEqual(fewOf(0, 20), [0, 1, 2, 3, 4, 6, 8, 12, 16, 20]);
  deepStrictEqual(fewOf(1, 32), [1, 2, 3, 4, 6, 8, 12, 16, 24, 32]);
  for (const last of [1, 15, 16, 17, 64, 4096, 4097, 2 ** 22]) {
    const numbers = fewOf(1, last);
    ok(numbers.length <= 25);
    strictEqual(numbers.at(-1), last);
    ok(numbers.every((n, i) => Number.isInteger(n) && (i === 0 || n > numbers[i - 1]!)));
  }
});

Deno.test("sparkline() is as high as its values, and never wider than its columns", () => {
  strictEqual(sparkline([1, 4, 8], { columns: 10 }), "▁▄█");
  strictEqual(sparkline([5, 5], { columns: 10 }), "██");
  strictEqual(sparkline([0], { columns: 10 }), "▁");
  strictEqual(sparkline([2, 2, 4, 4], { columns: 2 }), "▄█");
  strictEqual(sparkline(new Array(1000).fill(1), { columns: 76 }).length, 76);
  strictEqual(bar(0.5, 4), "██");
  strictEqual(bar(0, 4), "");
});
