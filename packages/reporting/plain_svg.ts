import { documentText } from "./escape_html.ts";

const ELEMENTS = new Set(
  "svg g path line rect text tspan defs clipPath linearGradient stop".split(" "),
);
const NUMERIC = new Set(
  ("d transform x y dx dy x1 y1 x2 y2 width height viewBox offset opacity fill-opacity stroke-opacity " +
    "stroke-width stroke-dasharray stroke-dashoffset").split(" "),
);
const KEPT = new Set([
  ...NUMERIC,
  ...("id fill stroke stroke-linecap stroke-linejoin stroke-miterlimit stop-color clip-path text-anchor " +
    "font-family font-size font-style font-weight").split(" "),
]);
// Attributes that say nothing in a still picture with one label for the whole of it.
const DROPPED = /^(?:xmlns|version|class|role|aria-|pointer-events|display|font-variant)/;

/** Two decimals are a hundredth of a pixel; the last bits beyond them differ between engines. */
const DECIMALS = 2;
const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;

/**
 * Reduces vega's SVG to a still picture: shapes and text, with nothing that could act, fetch, clash or vary.
 *
 * Only known elements and attributes stay, so a page may inline it under a policy that forbids inline styles. Numbers
 * are rounded to a hundredth of a pixel and identifiers renamed in order of appearance, so that the same drawing has
 * the same bytes, also after others were drawn in the same process. O(length of the text).
 *
 * @param svg What `View.toSVG` returned
 * @param options `rootAttributes` to write on the root, already escaped; `idPrefix` for identifiers, which keeps
 * several drawings on one page apart
 * @returns The picture
 * @throws RangeError if an element or attribute is unknown, or a coordinate is not a finite number
 */
export function plainSvg(
  svg: string,
  { rootAttributes, idPrefix }: { rootAttributes: string; idPrefix: string },
): string {
  const names = new Map<string, string>();
  const rename = (id: string): string => {
    if (!names.has(id)) names.set(id, `${idPrefix}${names.size + 1}`);
    return names.get(id)!;
  };
  const tags = documentText(svg).replace(
    /<(\/?)([\w:]+)([^>]*?)(\/?)>/g,
    (_, close, name, attributes, empty) => {
      if (!ELEMENTS.has(name)) refuse("elements must be shapes or text", `<${name}>`);
      if (close) return `</${name}>`;
      const kept = plainAttributes(attributes, rename);
      if (name === "svg") return `<svg xmlns="http://www.w3.org/2000/svg"${kept}${rootAttributes}>`;
      if (name === "path" && /\bdisplay="none"| d=""/.test(attributes)) return "";
      return `<${name}${kept}${empty}>`;
    },
  );
  return withoutEmptyGroups(tags);
}

function plainAttributes(attributes: string, rename: (id: string) => string): string {
  let kept = "";
  for (const [, name, value] of attributes.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (KEPT.has(name!)) kept += ` ${name}="${plainValue(name!, value!, rename)}"`;
    else if (!DROPPED.test(name!)) refuse("attributes must be geometry or paint", name!);
  }
  return kept;
}

function plainValue(name: string, value: string, rename: (id: string) => string): string {
  if (name === "id") return rename(value);
  if (NUMERIC.has(name)) {
    if (/NaN|Infinity|undefined|null/.test(value)) {
      refuse("coordinates must be finite", `${name}="${value}"`);
    }
    // A number rounded to "-0" keeps its sign: in a path it may be all that parts it from the one before.
    return value.replace(
      NUMBER,
      (number) => Number(number).toFixed(DECIMALS).replace(/\.?0+$/, ""),
    );
  }
  return value.replace(/^url\(#(.*)\)$/, (_, id) => `url(#${rename(id)})`);
}

function withoutEmptyGroups(svg: string): string {
  const shorter = svg.replace(/<g(?: [^>]*)?\/>|<g(?: [^>]*[^/>])?><\/g>/g, "");
  return shorter.length === svg.length ? svg : withoutEmptyGroups(shorter);
}

function refuse(rule: string, got: string): never {
  throw new RangeError(`Cannot draw the figure: ${rule}, got ${got}`);
}
