import assert from "node:assert/strict";
import { plainSvg } from "./plain_svg.ts";

const options = { rootAttributes: ' role="img"', idPrefix: "a-" };
const inside = (content: string): string => {
  const svg = plainSvg(`<svg viewBox="0 0 9 9">${content}</svg>`, options);
  return svg.replace(/^<svg[^>]*>|<\/svg>$/g, "");
};

Deno.test("plainSvg() writes its own root and keeps the size", () => {
  const svg = plainSvg('<svg class="marks" width="9" height="8" viewBox="0 0 9 8"></svg>', options);
  assert.equal(
    svg,
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="8" viewBox="0 0 9 8" role="img"></svg>',
  );
});

Deno.test("plainSvg() renames identifiers in order of appearance, references included", () => {
  const drawing = (first: string, second: string): string =>
    `<g clip-path="url(#${second})"><path d="M0,0"/></g><defs><clipPath id="${first}"><path d="M1,1"/></clipPath>` +
    `<clipPath id="${second}"><path d="M2,2"/></clipPath></defs>`;
  assert.equal(inside(drawing("clip7", "clip9")), drawing("a-2", "a-1"));
  assert.equal(inside(drawing("clip1", "clip2")), inside(drawing("clip7", "clip9")));
});

Deno.test("plainSvg() rounds coordinates to a hundredth and leaves text alone", () => {
  assert.equal(
    inside('<text transform="translate(1.23456,-0.00001)" opacity="1">0.123456</text>'),
    '<text transform="translate(1.23,-0)" opacity="1">0.123456</text>',
  );
  assert.equal(
    inside('<path d="M1.005-0.001L1e-7,100.10000000000001"/>'),
    '<path d="M1-0L0,100.1"/>',
  );
});

Deno.test("plainSvg() drops what only describes or hides, and groups left empty by it", () => {
  const hidden =
    '<g class="x" aria-hidden="true"><path class="foreground" d="" display="none"/></g>';
  const shown = '<path class="mark" role="graphics-symbol" aria-label="a > b" d="M0,0"/>';
  assert.equal(inside(hidden + shown.replace(">", "&gt;")), '<path d="M0,0"/>');
});

Deno.test("plainSvg() keeps what stands beside an empty group in its place", () => {
  const empty = '<g class="a"><g class="b" pointer-events="none"/></g>';
  const beside = '<g transform="translate(1,2)"><path d="M0,0"/></g>';
  assert.equal(inside(`<g opacity="1">${empty}${beside}</g>`), `<g opacity="1">${beside}</g>`);
  assert.equal(inside(empty + beside), beside);
});

const refused: readonly (readonly [string, string])[] = [
  ["a coordinate that is not a number", '<path d="M0,NaN"/>'],
  ["an infinite coordinate", '<rect width="Infinity"/>'],
  ["an inline style, which the page's policy would drop", '<path style="fill: red" d="M0,0"/>'],
  ["a handler", '<path onclick="alert(1)" d="M0,0"/>'],
  ["an image", '<image width="1"/>'],
  ["a script", "<script></script>"],
  ["foreign markup", "<foreignObject></foreignObject>"],
];

for (const [what, content] of refused) {
  Deno.test(`plainSvg() refuses ${what}`, () => assert.throws(() => inside(content), RangeError));
}
