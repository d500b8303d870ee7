import type { Shape } from "../shape.ts";

const SVG = "http://www.w3.org/2000/svg";

/**
 * Makes the children of an element those of a drawing, changing what is there where it is of the same
 * kind: an element that is focused, or held by a pointer, stays the same element.
 *
 * @param parent The element
 * @param shapes What it is to hold
 */
export function drawShapes(parent: Element, shapes: readonly (Shape | string)[]): void {
  shapes.forEach((wanted, i) => {
    const there = parent.childNodes[i];
    const node = nodeOf(there, wanted);
    if (there === undefined) parent.append(node);
    else if (node !== there) parent.replaceChild(node, there);
  });
  while (parent.childNodes.length > shapes.length) parent.lastChild!.remove();
}

function nodeOf(there: ChildNode | undefined, wanted: Shape | string): ChildNode {
  if (typeof wanted === "string") {
    if (!(there instanceof Text)) return document.createTextNode(wanted);
    if (there.data !== wanted) there.data = wanted;
    return there;
  }
  const element = there instanceof SVGElement && there.tagName === wanted.tag
    ? there
    : document.createElementNS(SVG, wanted.tag);
  for (const name of element.getAttributeNames()) {
    if (!(name in wanted.attributes)) element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(wanted.attributes)) {
    const text = `${value}`;
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
  drawShapes(element, wanted.children);
  return element;
}
