import { darkColourOf } from "../figure_colours.ts";
import type { JsonValue } from "../vega_lite_spec.ts";

/**
 * A vega specification in the colours of a light or a dark page.
 *
 * Every colour of `figureColours` gives way to its counterpart; rows of data stay. O(size of the specification).
 *
 * @param part The specification in the colours of white paper, or a part of it
 * @param dark Whether the page is dark
 * @returns The same, or a copy in other colours
 */
export function recoloured<Part extends JsonValue>(part: Part, dark: boolean): Part {
  return (dark ? replaced(part) : part) as Part;
}

function replaced(part: JsonValue): JsonValue {
  if (typeof part === "string") return darkColourOf.get(part) ?? part;
  if (typeof part !== "object" || part === null) return part;
  if (Array.isArray(part)) return part.map(replaced);
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, key === "values" ? value : replaced(value)]),
  );
}
