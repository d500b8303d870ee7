import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { sizesFromLladaTransfer, sizesFromMdlmGrid } from "@unmask/schedules";
import { scheduleTexts } from "./schedule_texts.ts";

Deno.test("every copied text is JSON that gives the sizes back", () => {
  const sizes = [1, 3, 12];
  const [json, llada, mdlm] = scheduleTexts.map(({ text }) => JSON.parse(text(sizes)));
  deepStrictEqual(json, { length: 16, sizes });
  deepStrictEqual([...sizesFromLladaTransfer(llada)], sizes);
  deepStrictEqual([...sizesFromMdlmGrid(mdlm, { length: 16 })], sizes);
  strictEqual(scheduleTexts.length, 3);
});
