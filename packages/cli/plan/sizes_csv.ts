import { type MaskSizes, maskSizes, revealedCounts } from "@unmask/schedules";
import { shown } from "../bad_input.ts";

/** The columns, in the order in which they are written. */
const columns = ["iteration", "size", "revealed"] as const;

/**
 * A schedule as CSV, one line for each iteration.
 *
 * @param sizes Sizes in order of unmasking
 * @returns `iteration` from 0, `size`, and `revealed`, the tokens revealed before it; lines end in LF
 */
export function sizesToCsv(sizes: MaskSizes): string {
  const revealed = revealedCounts(sizes);
  return `${columns.join()}\n${sizes.map((size, t) => `${t},${size},${revealed[t]}\n`).join("")}`;
}

/**
 * Reads what {@linkcode sizesToCsv} writes, also where a spreadsheet has been at it: lines may end in
 * CR LF, columns may stand in another order, and all but `size` may be missing.
 *
 * @param text The file
 * @param options `length`, what the sizes must sum to; not checked when absent
 * @returns The sizes in order of unmasking
 * @throws {RangeError} On other columns, on fields that are no integers, on a row that contradicts
 *   the rows before it, and on what `maskSizes` refuses
 */
export function sizesFromCsv(text: string, options: { length?: number } = {}): MaskSizes {
  const [header = "", ...rows] = text.replace(/(?:\r?\n)+$/, "").split(/\r?\n/);
  const names = fieldsOf(header);
  if (!(names.includes("size") && names.every(isColumn) && new Set(names).size === names.length)) {
    const rule = header.includes(";") ? `, with commas between them` : "";
    refuse(`the first line must name the columns ${columns.join()}${rule}`, shown(header));
  }
  const sizes: number[] = [];
  let revealed = 0;
  for (const [t, row] of rows.entries()) {
    const fields = fieldsOf(row);
    if (!(fields.length === names.length && fields.every((field) => /^\d{1,15}$/.test(field)))) {
      refuse(`line ${t + 2} must have an integer for each column`, shown(row));
    }
    const size = Number(fields[names.indexOf("size")]);
    const expected = { iteration: t, size, revealed };
    for (const [i, name] of names.entries()) {
      const value = expected[name as typeof columns[number]];
      if (Number(fields[i]) !== value) {
        refuse(`${name} must be ${value} at line ${t + 2}, after the rows before it`, fields[i]!);
      }
    }
    sizes.push(size);
    revealed += size;
  }
  return maskSizes(sizes, options);
}

function fieldsOf(line: string): string[] {
  return line.split(",").map((field) => field.trim().replace(/^"(.*)"$/, "$1"));
}

function isColumn(name: string): boolean {
  return (columns as readonly string[]).includes(name);
}

function refuse(rule: string, got: string): never {
  throw new RangeError(`Cannot read sizes from CSV: ${rule}, got ${got}`);
}
