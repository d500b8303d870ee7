import { isObject, type JsonValue, type VegaLiteSpec } from "./vega_lite_spec.ts";

/** Channels whose values a tooltip tells, in order. */
const TOLD = ["color", "shape", "strokeDash", "detail", "x", "x2", "y", "y2"] as const;

/**
 * The tooltip of a mark as a vega expression: a list of pairs, each a title and a rounded value.
 *
 * One entry a field: the series first, then the axes. Whole numbers are whole, others get four significant digits. A
 * mark that has an axis without a title is a guide, whose values are not the reader's business. A field whose name is a
 * path to vega, with dots or brackets in it, is left out.
 *
 * @param encoding The channels of the mark, those of the views around it included
 * @returns The expression, or undefined where the mark has nothing to tell
 */
export function tooltipExpression(encoding: VegaLiteSpec): string | undefined {
  const entries = new Map<string, string>();
  for (const channel of TOLD) {
    const definition = encoding[channel];
    if (!isObject(definition)) continue;
    const field = definition["field"];
    if (
      typeof field !== "string" || /[.[\]\\'"]/.test(field) || "aggregate" in definition ||
      "bin" in definition
    ) continue;
    if (entries.has(field)) continue;
    const title = titleOf(definition);
    if (title === null && channel.length === 1) return undefined;
    const value = `datum[${JSON.stringify(field)}]`;
    const text = definition["type"] === "quantitative" || channel.endsWith("2")
      ? rounded(value)
      : value;
    entries.set(field, `[${literal(title ?? words(field))}, ${text}]`);
  }
  return entries.size === 0 ? undefined : `[${[...entries.values()].join(", ")}]`;
}

/** A text as vega's grammar takes it, which knows no line separators inside of one. */
function literal(text: string): string {
  return JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

function rounded(value: string): string {
  return `!isNumber(${value}) ? ${value} : ${value} === floor(${value}) && abs(${value}) < 1e15 ? ` +
    `format(${value}, abs(${value}) < 10000 ? 'd' : ',d') : format(${value}, '.4~g')`;
}

function titleOf(definition: VegaLiteSpec): string | null {
  const axis = definition["axis"];
  const titles: (JsonValue | undefined)[] = [
    definition["title"],
    isObject(axis) ? axis["title"] : undefined,
  ];
  const title = titles.find((candidate) => typeof candidate === "string" && candidate !== "");
  return title === undefined ? null : String(title);
}

/** A field's name as words: `tokensPerStep` is "Tokens per step". */
function words(field: string): string {
  const spaced = field.replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
