import { type JsonValue, seriesEncoding } from "@unmask/reporting";
import type { ClaimFigure } from "../claim_maker.ts";
import { powersOfTwo } from "../powers_of_two.ts";
import { type Result, schedules } from "./result.ts";

/** Names of the yardsticks on axes. */
const names: Readonly<Record<string, string>> = { tc: "TC", dtc: "DTC", mi: "MI" };

/**
 * The values of the game beside published schedules, and where the mixtures cut.
 *
 * @param rows Results of the report
 * @returns The figure
 */
export function knowingNothingFigure(rows: readonly Result[]): ClaimFigure {
  return {
    title: "Worst cases over all laws, and where the best mixtures cut",
    caption: "L = 256. Above: the worst path error over all laws, in total correlations and " +
      "in dual total correlations, against the steps. Below: tokens per cut, 1 over the " +
      "probability of a cut, in the best mixtures of 16 steps.",
    alt: "Above: the random schedule lies at about half of the best single one, " +
      "below Theorem 9 and the geometric grid. Below: tokens per cut fall from 75 to 1 for TC, " +
      "rise from 1 to 60 for DTC, and stay near 16 for MI until the last set.",
    spec: {
      // The upper two share their legend.
      vconcat: [{ hconcat: [panel(rows, "tc"), panel(rows, "dtc")] }, cuts(rows)],
      resolve: { scale: { color: "independent", shape: "independent", strokeDash: "independent" } },
    },
  };
}

function panel(rows: readonly Result[], yardstick: string): JsonValue {
  return {
    width: 285,
    height: 260,
    data: {
      values: rows
        .filter((row) => row.kind !== "cuts" && row.yardstick === yardstick)
        .map(({ schedule, at, value }) => ({ schedule, steps: at, value })),
    },
    mark: { type: "line", point: true },
    encoding: {
      x: {
        field: "steps",
        type: "quantitative",
        scale: { type: "log", base: 2, domain: [8, 128] },
        axis: { title: "Steps T", values: powersOfTwo(8, 128), format: "d" },
      },
      y: {
        field: "value",
        type: "quantitative",
        scale: { type: "log", domain: [0.005, 2] },
        axis: {
          title: `Worst path error / ${names[yardstick]}`,
          values: [0.01, 0.1, 1],
          format: "~g",
        },
      },
      ...seriesEncoding("schedule", { values: Object.values(schedules), by: "shape" }),
    },
  };
}

function cuts(rows: readonly Result[]): JsonValue {
  return {
    width: 640,
    height: 200,
    data: {
      values: rows.filter(({ kind }) => kind === "cuts")
        .map(({ yardstick, at, value }) => ({
          yardstick: `for ${names[yardstick]}`,
          revealed: at,
          value,
        })),
    },
    mark: { type: "line" },
    encoding: {
      x: {
        field: "revealed",
        type: "quantitative",
        scale: { domain: [0, 256], nice: false },
        axis: { title: "Tokens revealed, k", values: [0, 64, 128, 192, 256] },
      },
      y: {
        field: "value",
        type: "quantitative",
        scale: { type: "log", base: 2 },
        axis: { title: "Tokens per cut, 1 / m_k", values: powersOfTwo(1, 64), format: "d" },
      },
      ...seriesEncoding("yardstick", {
        values: Object.values(names).map((name) => `for ${name}`),
        by: "dash",
      }),
    },
  };
}
