import { max, mean, min, sum } from "simple-statistics";
import type { Judgement } from "../claim_maker.ts";
import { LENGTH, orders, type Result, shareOf, type Whole } from "./result.ts";

/** Share of the variance of the errors that the line of total correlations explains, at least. */
const BY_TOTAL = 0.9;

/** The same of the line of total token mutual informations. */
const BY_MUTUAL = 0.95;

/** How far from its slope that of the least-squares line through 0 may be. */
const SLOPE = 0.1;

/** How many times the least dependence is the largest, at least: a line through one group says nothing. */
const SPREAD = 20;

/** What texts with shuffled words keep of the total correlation, at least. */
const KEPT = 0.8;

/** What texts with shuffled letters keep of it, at most. */
const NOTHING = 0.01;

/** Standard errors by which a plan may seem to save: of 25 texts, a false alarm in 30 seeds. */
const NOISE = 3;

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
  const ordered = texts.filter(({ order }) => order !== orders[2]);
  const kept = (wanted: string): number[] =>
    texts.filter(({ order }) => order === wanted).map((twin) =>
      twin.total / writtenOf(texts, twin).total
    );
  const errors = ordered.map(({ uniform }) => uniform);
  const spread = sum(errors.map((error) => (error - mean(errors)) ** 2));
  const statistics = {
    leastTotal: min(ordered.map(({ total }) => total)),
    mostTotal: max(ordered.map(({ total }) => total)),
    explainedByTotal: 1 - sum(ordered.map(({ overTotal }) => overTotal ** 2)) / spread,
    explainedByMutual: 1 - sum(ordered.map(({ overMutual }) => overMutual ** 2)) / spread,
    slopeOverTotal: slopeThroughZero(ordered, ({ total, length }) => total * shareOf(length)),
    slopeOverMutual: slopeThroughZero(
      ordered,
      ({ mutual, length }) => mutual * shareOf(length) / 2,
    ),
    leastWords: min(kept(orders[1])),
    mostWords: max(kept(orders[1])),
    mostLetters: max(kept(orders[2]).map(Math.abs)),
    // A plan of balanced sizes saves exactly nothing.
    mostPlanScore: max(
      ordered.map(({ saved, savedError }) => saved === 0 ? 0 : saved / savedError),
    ),
  };
  const holds = statistics.explainedByTotal >= BY_TOTAL &&
    statistics.explainedByMutual >= BY_MUTUAL &&
    Math.abs(statistics.slopeOverTotal - 1) <= SLOPE &&
    Math.abs(statistics.slopeOverMutual - 1) <= SLOPE &&
    statistics.mostTotal >= SPREAD * statistics.leastTotal &&
    statistics.leastWords >= KEPT &&
    statistics.mostLetters <= NOTHING &&
    statistics.mostPlanScore <= NOISE;
  const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
  return {
    verdict: holds ? "holds" : "refuted",
    evidence: `the line of a straight curve explains ${
      percent(statistics.explainedByTotal)
    } of the variance of the errors from the total correlation, ${
      percent(statistics.explainedByMutual)
    } from the mutual information; fitted slopes ${statistics.slopeOverTotal.toFixed(2)} and ${
      statistics.slopeOverMutual.toFixed(2)
    } times it; shuffled words keep ${percent(statistics.leastWords)} to ${
      percent(statistics.mostWords)
    }, shuffled letters at most ${percent(statistics.mostLetters)}; plans save at most ${
      statistics.mostPlanScore.toFixed(1)
    } standard errors`,
    statistics,
  };
}

function isText(row: Result): row is Text {
  return row.part === "text";
}

/** All letters of the text that is a twin's original. */
function writtenOf(texts: readonly Text[], { corpus }: Text): Text {
  return texts.find((text) =>
    text.corpus === corpus && text.order === orders[0] && text.length === LENGTH
  )!;
}

/** The least-squares slope of the errors against what a straight curve would have, through 0. */
function slopeThroughZero(texts: readonly Text[], straight: (text: Text) => number): number {
  return sum(texts.map((text) => text.uniform * straight(text))) /
    sum(texts.map((text) => straight(text) ** 2));
}
