import { escapeHtml } from "@unmask/reporting/plain";

/** An element of a drawing as plain data: written as text for the still page, or made in a document. */
export interface Shape {
  /** Name of the SVG element. */
  readonly tag: string;
  /** Its attributes. */
  readonly attributes: Readonly<Record<string, string | number>>;
  /** What it holds: elements, or text. */
  readonly children: readonly (Shape | string)[];
}

/**
 * An element.
 *
 * @param tag Name of the SVG element
 * @param attributes Its attributes
 * @param children What it holds
 * @returns The element
 */
export function shape(
  tag: string,
  attributes: Shape["attributes"],
  ...children: readonly (Shape | string)[]
): Shape {
  return { tag, attributes, children };
}

/**
 * An element as markup; texts and attributes are escaped. O(size).
 *
 * @param drawn The element
 * @returns SVG markup
 */
export function shapeText({ tag, attributes, children }: Shape): string {
  const written = Object.entries(attributes).map(([name, value]) =>
    ` ${name}="${escapeHtml(`${value}`)}"`
  ).join("");
  const inside = children.map((child) =>
    typeof child === "string" ? escapeHtml(child) : shapeText(child)
  ).join("");
  return `<${tag}${written}>${inside}</${tag}>`;
}
