import { dna, proteins } from "./biological_sequences.ts";
import { brownFiction, brownNews } from "./brown.ts";
import type { CorpusSource } from "./corpus_source.ts";
import { mailingLists } from "./mailing_lists.ts";
import { mobyDick } from "./moby_dick.ts";
import { stateOfTheUnion } from "./state_of_the_union.ts";

/** Every corpus, in the fixed order of tables. */
export const corpora: readonly CorpusSource[] = Object.freeze([
  brownNews,
  brownFiction,
  mobyDick,
  stateOfTheUnion,
  mailingLists,
  proteins,
  dna,
]);
