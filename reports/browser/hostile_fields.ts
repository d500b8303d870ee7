/// <reference lib="dom" />
import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { hostileStrings } from "./hostile_strings.ts";
import { effectsOf, takeCensus } from "./text_census.ts";

/**
 * What hostile text in the fields of a page sets off: code that ran, elements that came to be.
 *
 * Each text goes into every text field and onto every place for dropping files, for each choice from a
 * list that brings other fields into sight, and through every file field as a file of that name with those cells.
 *
 * @param page The page; dialogs, requests and refused code are added to the problems of its visit
 * @param options `texts`, all of {@linkcode hostileStrings} by default
 * @returns A sentence for each
 */
export async function hostileFieldProblems(
  page: Page,
  { texts = hostileStrings }: { texts?: readonly string[] } = {},
): Promise<string[]> {
  const census = await takeCensus(page);
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const choice of await page.evaluate(choices)) {
    const fields = await page.evaluate(choose, choice);
    if (seen.has(fields)) continue;
    seen.add(fields);
    for (const text of texts) {
      await page.evaluate(type, text);
      problems.push(...await effectsOf(page, { census, text }));
    }
  }
  for (const field of await page.locator("input[type=file]").all()) {
    for (const text of texts) {
      const name = `${text.replaceAll(/[/\0\ud800]/g, "_").slice(0, 80)}.csv`;
      const quoted = `"${text.replaceAll('"', '""')}"`;
      const buffer = Buffer.from(`masked_fraction,loss,${quoted}\n${text},1,2\n${quoted},1,2\n`);
      await field.setInputFiles({ name, mimeType: "text/csv", buffer });
      problems.push(...await effectsOf(page, { census, text }));
    }
  }
  return [...new Set(problems)];
}

/** Runs in the page: every value of every list of choices, or once nothing. */
function choices(): ([number, string] | null)[] {
  const all = [...document.querySelectorAll("select")].flatMap((select, i) =>
    [...select.options].map(({ value }): [number, string] => [i, value])
  );
  return all.length > 0 ? all : [null];
}

/** Runs in the page: makes a choice, and says which fields are in sight then. */
function choose(choice: [number, string] | null): string {
  const select = choice && document.querySelectorAll("select")[choice[0]];
  if (select) {
    select.value = choice[1];
    select.dispatchEvent(new Event("input", { bubbles: true }));
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }
  return [...document.querySelectorAll("input,textarea")]
    .map((field) => Number(field.checkVisibility())).join("");
}

/** Runs in the page. */
function type(text: string): void {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    "textarea,input:not([type=file],[type=checkbox],[type=radio],[type=range],[type=button])",
  );
  for (const field of fields) {
    // A number field takes no text but by its type.
    if (field instanceof HTMLInputElement && field.type === "number") field.type = "text";
    field.value = text;
    for (const name of ["input", "change"]) {
      field.dispatchEvent(new Event(name, { bubbles: true }));
    }
  }
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], `${text}.csv`, { type: "text/csv" }));
  for (const zone of document.querySelectorAll("[id*=drop],[class*=drop]")) {
    zone.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
  }
}
