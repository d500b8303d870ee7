import { max, mean, min, sum } from "simple-statistics";
import type { Judgement } from "../claim_maker.ts";
import { orders, type Result, SHARE, type Whole } from "./result.ts";

/** How far from its share of the total correlation an error may be, relative to that share. */
const DEPARTURE = 0.2;

/** Share of the variance of the errors that one line through 0 explains, at least. */
const EXPLAINED = 0.95;

/** Standard errors by which texts must depend more than their twins do, all pairs together. */
const LEAD = 3;

/** Total correlation of letters in random order, at most, as a share of that of any text as written. */
const NOTHING = 0.01;

/** Share of the balanced error that a plan may save. */
const PLAN_GAIN = 0.05;

/** The row of a text, which has all numbers. */
type Text = Result & { readonly [Key in keyof Whole]: number };

/**
 * What the rows say of the claim's sentence.
 *
 * @param rows Results of the report
 * @returns Verdict and figures
 */
export function judgeDependence(rows: readonly Result[]): Judgement {
  const texts = rows.filter(isText);
  const of = (wanted: string): Text[] => texts.filter(({ order }) => order === wanted);
  const written = of(orders[0]);
  const words = of(orders[1]);
  const loose = of(orders[2]);
  const ordered = [...written, ...words];
  const slope = sum(texts.map(({ total, uniform }) => total * uniform)) /
    sum(texts.map(({ total }) => total ** 2));
  const centre = mean(texts.map(({ uniform }) => uniform));
  const leftOver = sum(texts.map(({ total, uniform }) => (uniform - slope * total) ** 2));
  const statistics = {
    leastTotal: min(written.map(({ total }) => total)),
    mostTotal: max(written.map(({ total }) => total)),
    slopeOverShare: slope / SHARE,
    explained: 1 - leftOver / sum(texts.map(({ uniform }) => (uniform - centre) ** 2)),
    mostDeparture: max(
      ordered.map(({ residual, total }) => Math.abs(residual) / (SHARE * total)),
    ),
    mostDepartureScore: max(
      ordered.map(({ residual, residualError }) => Math.abs(residual) / residualError),
    ),
    lead: leadOver(written, words),
    mostTwinShare: max(words.map((twin) => shareOf(written, twin))),
    leastTwinShare: min(words.map((twin) => shareOf(written, twin))),
    mostLooseShare: max(loose.map((twin) => Math.abs(shareOf(written, twin)))),
    mostPlanGain: max(ordered.map(({ saved, uniform }) => saved / uniform)),
  };
  const holds = statistics.mostDeparture <= DEPARTURE &&
    statistics.explained >= EXPLAINED &&
    statistics.lead >= LEAD &&
    statistics.mostLooseShare <= NOTHING &&
    statistics.mostPlanGain <= PLAN_GAIN;
  const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;
  return {
    verdict: holds ? "holds" : "refuted",
    evidence:
      `a line through 0 explains ${
        (100 * statistics.explained).toFixed(1)
      }% of the variance of the errors, with ${
        statistics.slopeOverShare.toFixed(2)
      } times the slope of a straight curve; each within ${
        percent(statistics.mostDeparture)
      } of its share ` +
      `of the total correlation (${
        statistics.mostDepartureScore.toFixed(1)
      } standard errors at most); ` +
      `plans save ${percent(Math.max(0, statistics.mostPlanGain))} at most`,
    statistics,
  };
}

function isText(row: Result): row is Text {
  return row.part === "text";
}

function writtenOf(written: readonly Text[], { corpus }: Text): Text {
  return written.find((text) => text.corpus === corpus)!;
}

/** Standard errors by which texts depend more than their twins, all pairs together. */
function leadOver(written: readonly Text[], twins: readonly Text[]): number {
  const pairs = twins.map((twin) => ({ text: writtenOf(written, twin), twin }));
  return sum(pairs.map(({ text, twin }) => text.total - twin.total)) /
    Math.hypot(...pairs.flatMap(({ text, twin }) => [text.totalError, twin.totalError]));
}

/** The total correlation of a twin as a share of that of its text. */
function shareOf(written: readonly Text[], twin: Text): number {
  return twin.total / writtenOf(written, twin).total;
}
