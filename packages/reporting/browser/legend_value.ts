/// <reference lib="dom" />

/** The part of a vega item that tells whether it stands in a legend. */
interface LegendItem {
  readonly mark?: { readonly role?: string };
  readonly datum?: { readonly value?: unknown };
}

/**
 * The series whose entry in a legend was clicked.
 *
 * @param item What vega found under the pointer
 * @returns The series, or undefined where it was no entry of a legend
 */
export function legendValueOf(item: unknown): string | number | undefined {
  const { mark, datum } = (item ?? {}) as LegendItem;
  if (mark?.role !== "legend-symbol" && mark?.role !== "legend-label") return undefined;
  const value = datum?.value;
  return typeof value === "string" || typeof value === "number" ? value : undefined;
}
