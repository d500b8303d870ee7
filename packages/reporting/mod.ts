/**
 * Figures, tables and pages from plain rows, for people to read.
 *
 * @module
 */
export {
  type ClaimReport,
  type ClaimText,
  type ClaimWithoutResults,
  type Column,
  type Figure,
  hasResults,
  type Row,
  type SiteClaim,
  type Verdict,
} from "./claim.ts";
export { renderClaimPage } from "./claim_page.ts";
export { compileLiveFigure } from "./compile_live_figure.ts";
export { toCsv } from "./csv.ts";
export type { CurvePoint } from "./curve_lines.ts";
export { escapeHtml } from "./escape_html.ts";
export { figureColours } from "./figure_colours.ts";
export { formatColumn } from "./format_column.ts";
export { formatNumber, type NumberFormat } from "./format_number.ts";
export { type FrontPage, renderFrontPage } from "./front_page.ts";
export { type InteractiveSpec, interactiveSpec } from "./interactive_spec.ts";
export type { LiveFigure } from "./live_figure.ts";
export { mathFingerprint } from "./math_fingerprint.ts";
export type { ExtraPage, Generation, Site } from "./page_frame.ts";
export { frontPage, pageOf } from "./page_names.ts";
export { type PagePart, type PartsPage, type PartTable, renderPartsPage } from "./parts_page.ts";
export { type DrawnSchedule, planFigure, type PlanFigureOptions } from "./plan_figure.ts";
export { renderPng, type RenderPngOptions } from "./render_png.ts";
export { renderSvg, type RenderSvgOptions } from "./render_svg.ts";
export { seriesEncoding, type SeriesEncodingOptions } from "./series_encoding.ts";
export { sparkline } from "./sparkline.ts";
export { terminalTable, type TerminalTableOptions } from "./terminal_table.ts";
export { theme, withTheme } from "./theme.ts";
export type { JsonValue, VegaLiteSpec } from "./vega_lite_spec.ts";
