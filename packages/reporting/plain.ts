/**
 * What needs no drawing library: colours, the stylesheet of pages, numbers, escaped text
 * and the columns that a text takes on a terminal.
 *
 * @module
 */
export { characterColumns, displayWidth } from "./display_width.ts";
export { escapeHtml } from "./escape_html.ts";
export { darkColourOf, figureColours } from "./figure_colours.ts";
export { formatNumber, type NumberFormat } from "./format_number.ts";
export { pageStyle } from "./page_style.ts";
