import { figureColours, type JsonValue, seriesEncoding } from "@unmask/reporting";
import type { ClaimFigure } from "../claim_maker.ts";
import { families, FAR_APART, laws, measured, OTHER_LAW, type Result } from "./result.ts";

/** A panel: a law, and the errors its axis spans. */
interface Panel {
  readonly law: string;
  readonly title: string;
  /** Largest and smallest error; what is below stands at the foot, where the axis says 0. */
  readonly most: number;
  readonly least: number;
  readonly first: boolean;
}

const panels: readonly (readonly Panel[])[] = [
  [
    { law: laws.weak, title: "Potts, J = 0.5", most: 10, least: 0.001, first: true },
    { law: laws.strong, title: "Potts, J = 3", most: 10, least: 0.001, first: false },
    { law: laws.classes, title: "letter classes", most: 10, least: 0.001, first: false },
  ],
  [
    { law: laws.table, title: "dense table", most: 10, least: 0.001, first: true },
    { law: laws.code, title: "code", most: 10, least: 0.001, first: false },
    { law: laws.letters, title: "64 letters, estimated", most: 100, least: 0.1, first: true },
  ],
];

/** In the order of the legend; drawn in the other, so that the first lie on top. */
const kinds: readonly string[] = Object.values(families);

/**
 * Path error against mean iterations, a panel for each law.
 *
 * @param rows Results of the report
 * @returns The figure
 */
export function policiesFigure(rows: readonly Result[]): ClaimFigure {
  return {
    title: "What every decoding policy costs, at equal mean iterations",
    caption:
      "Each point is a policy with its parameters: path error, exact in the first five panels, against the mean " +
      "number of model evaluations. Line: random positions with optimal sizes. Points at the foot have no error, or " +
      "one below the axis. Hollow: confidence that breaks ties far apart, where that differs. A surest-first point above the line loses to random positions, one below it wins. Last " +
      "panel: estimates from 64 sequences, with two standard errors either side where these are larger than the point.",
    alt:
      "On both Potts chains all rules that take the surest tokens first lie above the line of random positions, on " +
      "the strong chain by up to six times; bisection lies at zero in three iterations. On letter classes top-k rules " +
      "cross below the line at four iterations. On the dense table most points lie far above the line. On the code " +
      "most rules have no error from three iterations on. On 64 letters surest-first rules lie two to twelve times " +
      "above the line.",
    spec: {
      vconcat: panels.map((row) => ({ hconcat: row.map((panel) => drawn(rows, panel)) })),
    },
  };
}

function drawn(rows: readonly Result[], panel: Panel): JsonValue {
  const own = rows.filter(({ law, family }) => law === panel.law && family !== OTHER_LAW);
  const { length } = own[0]!;
  const long = length > 8;
  const foot = panel.least / 2;
  const points = own.map((row) => {
    const { evaluations, error } = measured(row)!;
    return {
      family: row.family,
      policy: row.parameters === "" ? row.policy : `${row.policy}, ${row.parameters}`,
      plain: row.policy !== FAR_APART,
      iterations: evaluations,
      nats: Math.max(error, foot),
      spread: row.pathError === null ? 2 * row.pathErrorStandardError! : 0,
    };
  });
  // Left to right and all that equals it: the same point many times.
  const seen = new Set<string>();
  const distinct = points.toSorted((a, b) => kinds.indexOf(b.family) - kinds.indexOf(a.family))
    .filter(({ family, iterations, nats }) => {
      const key = `${family} ${iterations.toFixed(6)} ${nats.toFixed(9)}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  const x = {
    field: "iterations",
    type: "quantitative",
    scale: long
      ? { type: "log", base: 2, domain: [3.5, 64] }
      : { domain: [0.6, length + 0.3], nice: false },
    axis: {
      title: "Mean iterations",
      values: long ? [4, 8, 16, 32, 64] : Array.from({ length }, (_, t) => t + 1),
      format: "d",
    },
  };
  const decades = [0.001, 0.01, 0.1, 1, 10, 100]
    .filter((value) => value >= panel.least && value <= panel.most);
  const y = {
    field: "nats",
    type: "quantitative",
    // For the tooltips of panels whose axis shares the title of the first.
    title: "Path error (nats)",
    scale: { type: "log", domain: [foot * 0.85, 1.6 * panel.most], nice: false },
    axis: {
      title: panel.first ? "Path error (nats)" : null,
      values: [foot, ...decades],
      labelExpr: `datum.value < ${0.75 * panel.least} ? '0' : format(datum.value, '~g')`,
      labels: panel.first,
    },
  };
  return {
    width: 184,
    height: 235,
    title: { text: panel.title, frame: "group", fontSize: 13, fontWeight: "normal", offset: 8 },
    layer: [
      {
        data: { values: optimum(own, foot) },
        mark: { type: "line", color: figureColours.ink, strokeWidth: 1.5 },
        encoding: { x, y },
      },
      ...(long
        ? [{
          data: {
            values: distinct.filter(({ spread, nats }) => spread > 0 && nats > foot)
              .map(({ iterations, nats, spread }) => ({
                iterations,
                nats: Math.max(nats - spread, foot),
                upper: nats + spread,
              })),
          },
          mark: { type: "rule", color: figureColours.muted },
          encoding: { x, y, y2: { field: "upper" } },
        }]
        : []),
      ...[true, false].map((filled) => ({
        data: {
          values: distinct.filter(({ plain }) => plain === filled)
            .map(({ family, policy, iterations, nats }) => ({ family, policy, iterations, nats })),
        },
        mark: { type: "point", size: 45, filled },
        encoding: {
          x,
          y,
          detail: { field: "policy" },
          ...seriesEncoding("family", { values: kinds, by: "shape" }),
        },
      })),
    ],
  };
}

/** Random positions with optimal sizes, as far as they have an error. */
function optimum(
  own: readonly Result[],
  foot: number,
): { iterations: number; nats: number }[] {
  return own.filter(({ policy, parameters, evaluations }) =>
    policy === "optimal sizes" || (policy === "uniform sizes" && parameters === "T = 1") &&
      evaluations === 1
  ).map(({ evaluations, pathError }) => ({
    iterations: evaluations!,
    nats: Math.max(pathError!, foot),
  }))
    .sort((a, b) => a.iterations - b.iterations);
}
