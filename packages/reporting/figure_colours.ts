/** A colour on white paper, and the colour that takes its place on a dark page. */
interface ColourPair {
  readonly light: string;
  readonly dark: string;
}

const neutral = {
  paper: { light: "#ffffff", dark: "#14171b" },
  ink: { light: "#1c2127", dark: "#e6e8eb" },
  muted: { light: "#59626d", dark: "#a3acb8" },
  axis: { light: "#8a939e", dark: "#6c7681" },
  grid: { light: "#e6e9ed", dark: "#2a3037" },
} as const satisfies Record<string, ColourPair>;

const series: readonly ColourPair[] = [
  { light: "#1c7cdc", dark: "#3f9cf5" },
  { light: "#e5650c", dark: "#ff9a3d" },
  { light: "#0a5a3e", dark: "#9af0c8" },
  { light: "#b0629c", dark: "#cb6096" },
  { light: "#622a92", dark: "#cdbdfa" },
];

// From the lighter to the darker on white, and the other way on a dark page: the last level always
// stands out most.
const ramp: readonly ColourPair[] = [
  { light: "#4ea24e", dark: "#7c6bd0" },
  { light: "#15868a", dark: "#5f95dd" },
  { light: "#2a66a5", dark: "#4cbcc6" },
  { light: "#43409a", dark: "#7fdc97" },
  { light: "#330f55", dark: "#e6f27a" },
];

const lightOf = (pairs: readonly ColourPair[]): readonly string[] => pairs.map((p) => p.light);

/**
 * The colours a figure may use, as they look on white paper.
 *
 * `series` tells unordered things apart, `ramp` ordered levels. Both keep a contrast of 3:1 against the page, and
 * stay apart under protanopia, deuteranopia and tritanopia (the tests compute it); a figure still gives every series a
 * shape or a dash of its own. `paper` is the page itself: the inside of a hollow point, the halo of a label.
 *
 * @see WCAG 2.2, success criterion 1.4.11; Machado, Oliveira and Fernandes, "A physiologically-based model for
 * simulation of color vision deficiency", 2009
 */
export const figureColours: {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly axis: string;
  readonly grid: string;
  readonly series: readonly string[];
  readonly ramp: readonly string[];
} = {
  paper: neutral.paper.light,
  ink: neutral.ink.light,
  muted: neutral.muted.light,
  axis: neutral.axis.light,
  grid: neutral.grid.light,
  series: lightOf(series),
  ramp: lightOf(ramp),
};

/** For each colour of `figureColours`, the colour that takes its place on a dark page. */
export const darkColourOf: ReadonlyMap<string, string> = new Map(
  [...Object.values(neutral), ...series, ...ramp].map(({ light, dark }) => [light, dark]),
);
