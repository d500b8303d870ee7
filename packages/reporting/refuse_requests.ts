import type { JsonValue, VegaLiteSpec } from "./vega_lite_spec.ts";

// Keys under which a specification holds its own data: their content is never looked up.
const INLINE_DATA = new Set(["values", "datasets"]);
const FETCHED = new Set(["url", "href"]);

/**
 * Refuses a specification that would fetch something or link elsewhere: a `url` or `href` anywhere outside its data.
 *
 * O(size of the specification), its data left out.
 *
 * @param spec A vega-lite specification
 * @throws RangeError that names the path of the first such key
 */
export function refuseRequests(spec: VegaLiteSpec): void {
  visit(spec, "spec");
}

function visit(value: JsonValue, path: string): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (INLINE_DATA.has(key)) continue;
    if (FETCHED.has(key)) {
      throw new RangeError(
        `Cannot draw the figure: ${path}.${key} must be absent, since a figure holds its data and fetches nothing, ` +
          `got ${JSON.stringify(part)}`,
      );
    }
    visit(part, `${path}.${key}`);
  }
}
