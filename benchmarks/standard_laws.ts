import {
  copies,
  type InformationCurve,
  parity,
  product,
  reedSolomon,
  type Source,
  tiedPairs,
} from "@unmask/information";
import { letters } from "@unmask/language";
import { fitTransitions, markovChain, pottsChain, type PottsOptions } from "@unmask/potts";
import { straightCurve } from "./naive/straight_curve.ts";

/** A law that figures are told of, by the same name everywhere. */
export interface StandardLaw {
  /** Its name with its parameters, short enough for a table. */
  readonly name: string;
  /** Tokens in a sequence, `L`. */
  readonly length: number;
  /** Its exact information curve. */
  readonly curve: InformationCurve;
  /** The law itself, where there is more to it than its curve. */
  readonly source?: Source;
}

/** The opening of "Moby-Dick" (1851), in the public domain: letters that depend on each other. */
const passage =
  "Call me Ishmael. Some years ago, never mind how long precisely, having little or no " +
  "money in my purse, and nothing particular to interest me on shore, I thought I would sail about " +
  "a little and see the watery part of the world. It is a way I have of driving off the spleen and " +
  "regulating the circulation. Whenever I find myself growing grim about the mouth; whenever it is " +
  "a damp, drizzly November in my soul; whenever I find myself involuntarily pausing before coffin " +
  "warehouses, and bringing up the rear of every funeral I meet; I account it high time to get to " +
  "sea as soon as I can.";

/**
 * The laws that errors, optima and bounds are told of: Potts chains of two, three and eight states,
 * weak, strong and repelling; what is known in one line (independent tokens, copies, tied pairs,
 * parity, a code, a straight curve); and letters of English.
 *
 * @returns The laws, always in one order; their curves are computed anew
 */
export function standardLaws(): StandardLaw[] {
  const chains: PottsOptions[] = [
    { length: 64, states: 8, coupling: 2 },
    { length: 256, states: 3, coupling: 1 },
    { length: 64, states: 4, coupling: -2 },
    { length: 1024, states: 2, coupling: 0.5 },
    { length: 1024, states: 3, coupling: 4 },
    { length: 1024, states: 8, coupling: 1 },
  ];
  return [
    ...chains.map((chain) =>
      lawOf(
        `Potts chain L=${chain.length} K=${chain.states} J=${chain.coupling}`,
        pottsChain(chain),
      )
    ),
    lawOf("letters of English L=256 K=27", lettersOfEnglish(256)),
    lawOf("tied pairs L=64 K=2", tiedPairs({ pairs: 32, vocabularySize: 2 })),
    lawOf(
      "Reed-Solomon code L=64 q=67 k=24",
      reedSolomon({ field: 67, length: 64, dimension: 24 }),
    ),
    lawOf("parity L=64 K=2", parity({ length: 64, vocabularySize: 2 })),
    lawOf("copies L=64 K=2", copies({ length: 64, vocabularySize: 2 })),
    lawOf("independent tokens L=64 K=4", product({ length: 64, vocabularySize: 4 })),
    { name: "straight curve L=256", length: 256, curve: straightCurve(256) },
  ];
}

/**
 * A Markov chain of the 26 letters and the space, fitted to one passage: what text looks like to a
 * model of neighbours.
 *
 * @param length `L`
 * @returns The law
 */
export function lettersOfEnglish(length: number): Source {
  const { transitions } = fitTransitions(letters.encode(passage), { states: 27 });
  return markovChain({ length, transitions });
}

function lawOf(name: string, source: Source): StandardLaw {
  return { name, length: source.length, curve: source.informationCurve(), source };
}

/**
 * The powers of two from 2 up to less than a length: numbers of steps that figures are told of.
 *
 * @param length `L`
 * @returns `2, 4, .., < L`
 */
export function powersOfTwoBelow(length: number): number[] {
  return Array.from({ length: Math.ceil(Math.log2(length)) - 1 }, (_, i) => 2 ** (i + 1));
}
