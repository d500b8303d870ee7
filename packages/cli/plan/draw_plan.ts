import type { EstimatedCurve } from "@unmask/estimation";
import type { CurvePoint, PlanFigureOptions } from "@unmask/reporting";
import { BadInput, shown } from "../bad_input.ts";
import type { World } from "../command.ts";
import type { FigureFile } from "./figure_file.ts";

/**
 * Draws a plan into a file, which is replaced where it exists.
 *
 * @param file Where, and as what
 * @param figure What to draw
 * @param world Where files are written and fonts are found
 * @throws {BadInput} On a file that cannot be written, and on a PNG where there is no font for its words
 */
export async function drawPlan(
  file: FigureFile,
  figure: PlanFigureOptions,
  { io, messages }: World,
): Promise<void> {
  messages.show("drawing");
  const { figureColours, planFigure, renderPng, renderSvg } = await import("@unmask/reporting");
  const { spec, alt } = planFigure(figure);
  const svg = await renderSvg(spec, { alt, background: figureColours.paper });
  const bytes = file.type === "svg"
    ? new TextEncoder().encode(`${svg}\n`)
    : await renderPng(svg, { fonts: fontsFor(file, io.fonts()) });
  try {
    io.writeFile(file.path, bytes);
  } catch (error) {
    throw new BadInput(`Cannot write ${shown(file.path)}: ${(error as Error).message}`);
  }
}

function fontsFor({ path }: FigureFile, fonts: readonly Uint8Array[]): readonly Uint8Array[] {
  if (fonts.length > 0) return fonts;
  throw new BadInput(
    `Cannot draw ${
      shown(path)
    }: a font must be installed for the words of a .png (on Debian: apt-get install fonts-dejavu), got none; an .svg needs none`,
  );
}

/**
 * The points of an exact curve, as figures take them.
 *
 * @param conditionalEntropies `f(0), .., f(L-1)` in nats
 * @returns A point for each
 */
export function exactCurvePoints(conditionalEntropies: Float64Array): readonly CurvePoint[] {
  return Array.from(conditionalEntropies, (nats, revealed) => ({ revealed, nats }));
}

/** Half the width of a band, in standard errors: about 95% of a normal error. */
const BAND = 2;

/**
 * The points of an estimated curve, with its band.
 *
 * @param curve The curve
 * @returns A point for each number of revealed tokens; those beyond the data are marked
 */
export function estimatedCurvePoints(
  { values, standardErrors, observed }: EstimatedCurve,
): readonly CurvePoint[] {
  return Array.from(values, (nats, revealed) => {
    const half = BAND * standardErrors[revealed]!;
    const extrapolated = revealed < observed.from || revealed > observed.to;
    return {
      revealed,
      nats,
      low: Math.max(0, nats - half),
      high: nats + half,
      ...(extrapolated && { extrapolated }),
    };
  });
}
