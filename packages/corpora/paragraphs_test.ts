import { strictEqual } from "node:assert/strict";
import { paragraphLines } from "./paragraphs.ts";

Deno.test("paragraphLines() joins the lines of a paragraph, and keeps paragraphs apart", () => {
  strictEqual(
    paragraphLines("\n\nOne  day\nin\tMay.\n \n\n  Two\r\ndays.\n"),
    "One day in May.\nTwo days.",
  );
  strictEqual(paragraphLines(" \n\n \t\n"), "");
});
