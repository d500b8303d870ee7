import { renderSvg, withTheme } from "@unmask/reporting";
import type { BenchmarkRecord } from "../benchmark_record.ts";
import { type BenchmarkFigure, scalingFigure } from "../figure.ts";
import type { ScienceRecord } from "../science_record.ts";
import { writeWhole } from "../write_whole.ts";
import { engineFigure } from "./engine_figure.ts";
import { reportText, scienceReportText } from "./report_text.ts";

/** Where the report is kept. */
export const REPORT_FOLDER = new URL("../../reports/benchmarks/", import.meta.url);

/**
 * The report of a run: text and figures by the names of their files. The same bytes for the same
 * records.
 *
 * @param record A run of the speed benchmarks
 * @param science The figures that may not drift
 * @returns Names and texts
 * @throws {RangeError} When the run has too little for a figure: too few sizes, or no two engines
 */
export async function reportFiles(
  record: BenchmarkRecord,
  science: ScienceRecord,
): Promise<Map<string, string>> {
  const [scaling, engines] = [scalingFigure(record), engineFigure(record)];
  if (scaling === null || engines === null) {
    throw new RangeError("Cannot report the benchmarks: it must be a whole run, got part of one");
  }
  const alts = { scaling: scaling.alt, engines: engines.alt };
  return new Map([
    ["README.md", reportText({ record, science, alts })],
    ["science.md", scienceReportText(science)],
    ...await figureFiles("scaling", scaling),
    ...await figureFiles("engines", engines),
  ]);
}

async function figureFiles(
  name: string,
  { spec, alt }: BenchmarkFigure,
): Promise<[string, string][]> {
  return [
    [`${name}.vl.json`, `${JSON.stringify(withTheme(spec), null, 1)}\n`],
    [`${name}.svg`, await renderSvg(spec, { alt, background: "white" })],
  ];
}

/**
 * Writes the report of a run in place of the one before: of each file the old or the new one is there.
 *
 * @param record A run of the speed benchmarks
 * @param science The figures that may not drift
 * @param folder Where, {@linkcode REPORT_FOLDER} by default
 * @throws {RangeError} As {@linkcode reportFiles}, before anything is written
 */
export async function writeReport(
  record: BenchmarkRecord,
  science: ScienceRecord,
  folder: URL = REPORT_FOLDER,
): Promise<void> {
  const files = await reportFiles(record, science);
  for (const [name, text] of files) await writeWhole(new URL(name, folder), text);
}
