/** Anything that survives `JSON.stringify` and back. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/**
 * A vega-lite specification as a plain JSON object: what stands in a `figure.vl.json`.
 *
 * Kept apart from vega-lite's own types so that a figure is data, which any tool can read and write.
 *
 * @see https://vega.github.io/vega-lite/docs/spec.html
 */
export type VegaLiteSpec = { readonly [key: string]: JsonValue };

/** Whether a part of a specification is an object, and no list. */
export function isObject(value: JsonValue | undefined): value is VegaLiteSpec {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
