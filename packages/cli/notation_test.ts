import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import {
  finiteNumber,
  integer,
  nonNegativeNumber,
  oneOf,
  readValue,
  sizeList,
} from "./notation.ts";

Deno.test("integer() reads plain digits in its range only", () => {
  const positive = integer(1);
  strictEqual(positive.read("1"), 1);
  strictEqual(positive.read("9007199254740991"), 2 ** 53 - 1);
  strictEqual(integer(-2, 2).read("-2"), -2);
  for (
    const text of [
      "0",
      "-3",
      "3.0",
      "1e3",
      "0x10",
      "0b1",
      "",
      " ",
      " 3",
      "3 ",
      "+3",
      "03",
      "1_0",
      "٣",
      "Infinity",
      "NaN",
      "9007199254740993",
    ]
  ) {
    strictEqual(positive.read(text), undefined, text);
  }
  strictEqual(integer(0, 1).read("2"), undefined);
});

Deno.test("finiteNumber reads decimal numbers only", () => {
  const cases: [string, number][] = [
    ["1.3", 1.3],
    ["-0.5", -0.5],
    ["+2", 2],
    ["1e-3", 1e-3],
    [".5", 0.5],
    ["5.", 5],
    ["0", 0],
  ];
  for (const [text, value] of cases) strictEqual(finiteNumber.read(text), value);
  for (
    const text of [
      "NaN",
      "Infinity",
      "-Infinity",
      "1e999",
      "",
      " 1",
      "0x10",
      "1,5",
      "1.2.3",
      ".",
      "e5",
      "--1",
      "1n",
    ]
  ) {
    strictEqual(finiteNumber.read(text), undefined, text);
  }
  strictEqual(nonNegativeNumber.read("-0.1"), undefined);
  strictEqual(nonNegativeNumber.read("0.1"), 0.1);
});

Deno.test("sizeList reads integers of at least 1, with spaces around them or not", () => {
  deepStrictEqual(sizeList.read("3,3,2"), [3, 3, 2]);
  deepStrictEqual(sizeList.read("3, 3 ,2"), [3, 3, 2]);
  deepStrictEqual(sizeList.read("8"), [8]);
  for (
    const text of [
      "",
      ",",
      "3,",
      ",3",
      "3,,2",
      "3,0",
      "3,-1",
      "3.0,5",
      "1e3",
      "0x10",
      "3 3",
      "3;3",
      "[3,3]",
    ]
  ) {
    strictEqual(sizeList.read(text), undefined, text);
  }
});

Deno.test("oneOf() takes its words letter for letter", () => {
  const notation = oneOf(["letters", "characters"]);
  strictEqual(notation.read("letters"), "letters");
  strictEqual(notation.read("Letters"), undefined);
  strictEqual(notation.rule, "letters or characters");
});

Deno.test("readValue() says what could not be done, the rule, and the value", () => {
  throws(
    () => readValue("x", { notation: integer(1), name: "length", action: "read source copies" }),
    { message: "Cannot read source copies: length must be an integer of at least 1, got x" },
  );
});
