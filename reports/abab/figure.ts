import { figureColours, type JsonValue, seriesEncoding } from "@unmask/reporting";
import type { ClaimFigure } from "../claim_maker.ts";
import { LENGTH, type Result, SERIAL, shownFamilies } from "./result.ts";

/** Schedules whose samples are shown by how wrong they are: one shot, two steps of two kinds, and four. */
const shownSizes = ["8", "4, 4", "2, 2, 2, 2", "1, 7"];

/** Names in the order of the legend: the best first. */
const names = shownFamilies.map(({ name }) => name);

/**
 * The share of valid samples and the error against the steps, and how wrong the samples are.
 *
 * @param rows Results of the report
 * @returns The figure
 */
export function ababFigure(rows: readonly Result[]): ClaimFigure {
  return {
    title: "ABABABAB or BABABABA, drawn in parallel",
    caption:
      "Top left: the share of samples that are one of the two sequences. The dashed line is the serial fill, which " +
      "lets each token see the last: it never errs, so it is not the parallel sampler. Top right: path error, which " +
      "is here also the endpoint error and minus the logarithm of that share. `unbalanced` draws single tokens and " +
      "then the rest at once, `front-loaded` the other way round. Below: how many tokens of a sample are wrong, for " +
      "four schedules; `AAAABBBB` has four. Two steps are perfect as 1, 7 and seven times in eight wrong as 4, 4.",
    alt:
      "In one step 0.8% of the samples are valid, whatever the schedule. With two steps unbalanced sizes reach 100%, " +
      "cosine 50%, uniform 12.5% and front-loaded 1.6%; uniform reaches 100% at five steps, front-loaded only at eight. " +
      "Below, in one shot most samples have two to four of eight tokens wrong.",
    spec: {
      vconcat: [
        { hconcat: [shares(rows), errors(rows)] },
        { hconcat: shownSizes.map((sizes, i) => wrongPanel(rows, { sizes, first: i === 0 })) },
      ],
    },
  };
}

const steps = {
  field: "steps",
  type: "quantitative",
  scale: { domain: [1, LENGTH], nice: false },
  axis: { title: "Steps T", values: [1, 2, 3, 4, 5, 6, 7, 8], format: "d" },
};

/** Rows of the families that are shown, as lines over the steps. */
function familyRows(rows: readonly Result[]): readonly Result[] {
  return rows.filter(({ schedule }) => names.includes(schedule));
}

function shares(rows: readonly Result[]): JsonValue {
  const y = {
    field: "valid",
    type: "quantitative",
    scale: { domain: [0, 1.1], nice: false },
    axis: { title: "Valid samples", format: ".0%", values: [0, 0.25, 0.5, 0.75, 1] },
  };
  return {
    width: 265,
    height: 230,
    layer: [
      {
        data: {
          values: familyRows(rows).map(({ schedule, steps, valid }) => ({
            schedule,
            steps,
            valid,
          })),
        },
        mark: { type: "line", point: true },
        encoding: { x: steps, y, ...seriesEncoding("schedule", { values: names, by: "shape" }) },
      },
      {
        data: {
          values: rows.filter(({ schedule }) => schedule === SERIAL).map(({ valid }) => ({
            valid,
          })),
        },
        mark: { type: "rule", color: figureColours.ink, strokeDash: [5, 4] },
        encoding: { y },
      },
      {
        data: { values: [{ steps: LENGTH, valid: 1, label: SERIAL }] },
        mark: { type: "text", align: "right", baseline: "bottom", dy: -6 },
        encoding: { x: steps, y, text: { field: "label" } },
      },
    ],
  };
}

function errors(rows: readonly Result[]): JsonValue {
  return {
    width: 265,
    height: 230,
    data: {
      values: familyRows(rows).map(({ schedule, steps, pathError }) => ({
        schedule,
        steps,
        nats: pathError,
      })),
    },
    mark: { type: "line", point: true },
    encoding: {
      x: steps,
      y: {
        field: "nats",
        type: "quantitative",
        scale: { domain: [0, 5] },
        axis: { title: "Path error (nats)", values: [0, 1, 2, 3, 4, 5] },
      },
      ...seriesEncoding("schedule", { values: names, by: "shape" }),
    },
  };
}

function wrongPanel(
  rows: readonly Result[],
  { sizes, first }: { sizes: string; first: boolean },
): JsonValue {
  const { valid, wrong1, wrong2, wrong3, wrong4 } = rows.find((row) => row.sizes === sizes)!;
  const values = [valid, wrong1, wrong2, wrong3, wrong4]
    .map((share, wrong) => ({
      wrong,
      share,
      right: wrong === 0,
      label: share === 0 ? "" : percent(share, { digits: wrong > 0 || share < 0.01 ? 2 : 3 }),
    }));
  const x = {
    field: "wrong",
    type: "ordinal",
    axis: { title: "Tokens wrong", ticks: false },
  };
  const y = {
    field: "share",
    type: "quantitative",
    // Room for the figures above the bars.
    scale: { domain: [0, 1.15] },
    axis: { title: first ? "Samples" : null, format: ".0%", values: [0, 0.5, 1], labels: first },
  };
  return {
    width: 138,
    height: 150,
    title: {
      text: `sizes ${sizes}`,
      anchor: "middle",
      fontSize: 13,
      fontWeight: "normal",
      offset: 8,
    },
    data: { values },
    layer: [
      {
        mark: { type: "bar" },
        encoding: {
          x,
          y,
          color: {
            condition: { test: "datum.right", value: figureColours.series[2]! },
            value: figureColours.muted,
          },
        },
      },
      {
        mark: { type: "text", baseline: "bottom", dy: -3, fontSize: 11 },
        encoding: { x, y, text: { field: "label" } },
      },
    ],
  };
}

/** Labels of neighbouring bars have room for four characters where the bars are low. */
function percent(share: number, { digits }: { digits: number }): string {
  return `${Number((100 * share).toPrecision(digits))}%`;
}
