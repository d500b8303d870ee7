import assert from "node:assert/strict";
import type { Row } from "./claim.ts";
import { toCsv } from "./csv.ts";

/** A reader of RFC 4180 by its grammar, one character after another; a null is an empty field without quotes. */
function parseCsv(text: string): (string | null)[][] {
  const records: (string | null)[][] = [[]];
  let at = 0;
  while (at < text.length) {
    let field: string | null = null;
    if (text[at] === '"') {
      field = "";
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (text[at] === '"') at++;
        field += text[at]!;
      }
      at++;
    } else {
      while (at < text.length && text[at] !== "," && text[at] !== "\r") {
        field = (field ?? "") + text[at++];
      }
    }
    records.at(-1)!.push(field);
    if (text[at] === ",") at++;
    else {
      assert.equal(text.slice(at, at + 2), "\r\n");
      at += 2;
      records.push([]);
    }
  }
  assert.deepEqual(records.pop(), []);
  return records;
}

Deno.test("toCsv() reads back field by field, whatever stands in the cells", () => {
  const texts = [
    '"',
    '""',
    ",",
    "a,b",
    "\n",
    "a\r\nb",
    " a",
    "a ",
    "",
    "\u2028",
    "=1+1",
    "</style>",
  ];
  const columns = [{ key: "text", label: "Text" }, { key: 'key, with "quotes"', label: "Next" }];
  const rows: Row[] = texts.map((text, i) => ({ text, 'key, with "quotes"': i }));
  const [header, ...records] = parseCsv(toCsv(columns, rows));
  assert.deepEqual(header, ["text", 'key, with "quotes"']);
  assert.deepEqual(records, texts.map((text, i) => [text, String(i)]));
});

Deno.test("toCsv() keeps every bit of a number and tells null from an empty string", () => {
  const values = [0.1 + 0.2, 5e-324, -1.7976931348623157e308, 1 / 3, null, "", true];
  const text = toCsv([{ key: "v", label: "V" }], values.map((v) => ({ v })));
  assert.equal(
    text,
    'v\r\n0.30000000000000004\r\n5e-324\r\n-1.7976931348623157e+308\r\n0.3333333333333333\r\n\r\n""\r\ntrue\r\n',
  );
});

Deno.test("toCsv() refuses a row that lacks a column", () => {
  assert.throws(
    () => toCsv([{ key: "steps", label: "Steps" }], [{ step: 1 }]),
    /got none for "steps"/,
  );
});
