import {
  asIfExact,
  type CurveEstimate,
  estimateCurve,
  estimateFacts,
  LossCsvReader,
  risesOf,
} from "@unmask/estimation";
import {
  copies,
  type InformationCurve,
  parity,
  reedSolomon,
  type Source,
} from "@unmask/information";
import { letters } from "@unmask/language";
import { fitTransitions, markovChain, pottsChain } from "@unmask/potts";
import { primeField } from "./prime_field.ts";
import type { SourceChoice } from "./studio_state.ts";

/** Most characters that are read of a pasted text. */
export const TEXT_LIMIT = 2 ** 20;

/** A source that was chosen, ready to answer. */
export interface OpenedChoice {
  /** Tokens in a sequence. */
  readonly length: number;
  /** The exact curve, or the fitted one of an estimate as if it were exact: to plan and draw with. */
  readonly curve: InformationCurve;
  /** The law, where one is known. */
  readonly law?: Source;
  /** The estimate, where the curve is none of a law. */
  readonly estimate?: CurveEstimate;
  /** The symbol of each token, where tokens are more than numbers. */
  readonly symbols?: readonly string[];
  /** What a reader should know of it. */
  readonly notes: readonly string[];
}

/**
 * Opens what was chosen.
 *
 * Near-linear in the length for chains and codes; a log of losses costs what `estimateCurve` costs.
 *
 * @param choice The source
 * @returns Its curve, and its law or its estimate
 * @throws {RangeError} On a log that is none or rises, a text without two symbols, or a chain that mixes too
 *   slowly
 */
export function openChoice(choice: SourceChoice): OpenedChoice {
  const { length } = choice;
  switch (choice.kind) {
    case "potts-chain": {
      const { states, coupling } = choice;
      return lawOf(pottsChain({ length, states, coupling }));
    }
    case "copies":
      return lawOf(copies({ length, vocabularySize: choice.states }));
    case "parity":
      return lawOf(parity({ length, vocabularySize: choice.states }));
    case "reed-solomon": {
      const field = primeField(length);
      return {
        ...lawOf(reedSolomon({ field, length, dimension: choice.dimension })),
        notes: [`Tokens are numbers modulo the prime ${field}.`],
      };
    }
    case "text":
      return textOf(choice);
    case "losses":
      return lossesOf(choice);
  }
}

function lawOf(law: Source): OpenedChoice {
  return { length: law.length, curve: law.informationCurve(), law, notes: [] };
}

function textOf({ length, text }: Extract<SourceChoice, { kind: "text" }>): OpenedChoice {
  if (!(text.length <= TEXT_LIMIT)) {
    throw new RangeError(
      `Cannot fit a chain: the text must have at most ${TEXT_LIMIT} characters, got ${text.length}`,
    );
  }
  const { symbols } = letters;
  const { transitions, tokens } = fitTransitions(letters.encode(text), { states: symbols.length });
  return {
    ...lawOf(markovChain({ length, transitions })),
    symbols,
    notes: [
      `A chain of order 1 fitted to ${tokens} letters and spaces. Exact for that chain; the language is another law.`,
    ],
  };
}

function lossesOf({ length, csv }: Extract<SourceChoice, { kind: "losses" }>): OpenedChoice {
  const reader = new LossCsvReader({ length });
  csv.replace(/^\uFEFF/, "").split(/\r?\n/).forEach((line, i) => reader.add(line, i + 1));
  const estimate = estimateCurve(reader.log());
  const rises = risesOf(estimate);
  if (rises !== undefined) throw new RangeError(`Cannot use the losses: ${rises}`);
  return {
    length,
    curve: asIfExact(estimate.curve),
    estimate,
    notes: [
      "Losses hold the predictor's own error: a path error here is what a schedule adds to one token at a time with the same predictor.",
      ...estimateFacts(estimate).notes,
    ],
  };
}
