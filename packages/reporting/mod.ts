/**
 * Figures, tables and pages from plain rows, for people to read.
 *
 * @module
 */
export type { ClaimReport, Column, Figure, Row, Verdict } from "./claim.ts";
export { toCsv } from "./csv.ts";
export type { CurvePoint } from "./curve_lines.ts";
export { escapeHtml } from "./escape_html.ts";
export { figureColours } from "./figure_colours.ts";
export { formatColumn } from "./format_column.ts";
export { formatNumber, type NumberFormat } from "./format_number.ts";
export { type Generation, renderPage, type ReportPage } from "./html_page.ts";
export { mathFingerprint } from "./math_fingerprint.ts";
export { type PagePart, type PartsPage, type PartTable, renderPartsPage } from "./parts_page.ts";
export { type DrawnSchedule, planFigure, type PlanFigureOptions } from "./plan_figure.ts";
export { renderPng, type RenderPngOptions } from "./render_png.ts";
export { renderSvg, type RenderSvgOptions } from "./render_svg.ts";
export { seriesEncoding, type SeriesEncodingOptions } from "./series_encoding.ts";
export { sparkline } from "./sparkline.ts";
export { terminalTable, type TerminalTableOptions } from "./terminal_table.ts";
export { theme, withTheme } from "./theme.ts";
export type { JsonValue, VegaLiteSpec } from "./vega_lite_spec.ts";
