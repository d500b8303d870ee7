import { JointTable, reedSolomon, type Source } from "@unmask/information";
import { brownNews, readCorpus } from "@unmask/corpora";
import { letters, textOf } from "@unmask/language";
import { fitTransitions, markovChain, pottsChain } from "@unmask/potts";
import { streamFamily } from "@unmask/random";
import { laws, LONG } from "./result.ts";

/** Tokens in a sequence of the small chains and the table: one less than a power of two, so that bisection is even. */
const LENGTH = 7;

/** Vocabulary of the small chains and the table; with two states all scores rank alike. */
const STATES = 3;

/** Seed of the table and of all draws. */
export const SEED = 20250821;

const VOWELS = letters.encode("aeiou");

const SPACE = letters.symbols.indexOf(" ");

/** A law with its name. */
export interface NamedLaw {
  /** Name. */
  readonly name: string;
  /** Makes it. */
  law(): Source | Promise<Source>;
}

/** Laws of which every sequence can be enumerated. */
export const smallLaws: readonly NamedLaw[] = [
  {
    name: laws.weak,
    law: () => pottsChain({ length: LENGTH, states: STATES, coupling: 0.5 }),
  },
  {
    name: laws.strong,
    law: () => pottsChain({ length: LENGTH, states: STATES, coupling: 3 }),
  },
  { name: laws.classes, law: letterClasses },
  { name: laws.table, law: denseTable },
  { name: laws.code, law: () => reedSolomon({ field: 5, length: 5, dimension: 2 }) },
];

/** Laws of which sequences are drawn. */
export const longLaws: readonly NamedLaw[] = [
  { name: laws.longStrong, law: () => pottsChain({ length: LONG, states: 4, coupling: 3 }) },
  {
    name: laws.letters,
    law: async () => {
      const text = textOf((await readCorpus(brownNews)).documents);
      const { transitions } = fitTransitions(letters.encode(text), { states: 27 });
      return markovChain({ length: LONG, transitions });
    },
  },
];

/** The order-1 chain of vowel, consonant and space, fitted to news. */
async function letterClasses(): Promise<Source> {
  const text = textOf((await readCorpus(brownNews)).documents);
  const classes = letters.encode(text).map((letter) =>
    letter === SPACE ? 2 : VOWELS.includes(letter) ? 0 : 1
  );
  const { transitions } = fitTransitions(classes, { states: STATES });
  return markovChain({ length: LENGTH, transitions });
}

/**
 * A table with weights drawn as cubes of exponential variables: uneven, without any order among
 * positions, and with dependence that shows only when most tokens are known.
 */
function denseTable(): Source {
  const stream = streamFamily({ seed: SEED, cell: "policies", purpose: "table" }).at(0);
  const weights = Float64Array.from(
    { length: STATES ** LENGTH },
    () => (-Math.log1p(-stream.nextDouble())) ** 3,
  );
  return JointTable.fromWeights(weights, { length: LENGTH, vocabularySize: STATES });
}
