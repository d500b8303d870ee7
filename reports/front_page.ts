import { type ClaimReport, type FrontPage, hasResults, type SiteClaim } from "@unmask/reporting";

/**
 * The claims whose figures open the site, in order; of each line the first that has results. The later ones are there
 * for a checkout without the earlier.
 */
const opening: readonly (readonly string[])[] = [
  // What an optimal schedule saves over uniform and cosine.
  ["language-like-curve", "real-text"],
  // What drawing in parallel costs.
  ["abab", "one-over-t"],
];

/**
 * What the front page says.
 *
 * @param claims The claims of the site
 * @returns Question, answer, the claims that open it, and words for newcomers
 */
export function frontPageOf(claims: readonly SiteClaim[]): FrontPage {
  const byKey = new Map(claims.filter(hasResults).map((claim) => [claim.key, claim]));
  const shown = opening.map((keys) => keys.map((key) => byKey.get(key)).find(Boolean));
  return {
    question: "How many steps does a masked diffusion language model need?",
    answer:
      "The sampling error of a masked diffusion model that draws tokens in parallel falls as " +
      "1/T in the number of steps and in proportion to the mutual information between tokens, " +
      "also with fewer steps than tokens. Here that theory is checked with exact numbers.",
    shown: shown.filter((claim): claim is ClaimReport => claim !== undefined),
    words,
  };
}

const words: FrontPage["words"] = [
  {
    word: "`L`, tokens",
    meaning: "Length of the sequence. All tokens are masked at the start and known at the end.",
  },
  {
    word: "`T`, steps",
    meaning:
      "Number of times the model is run. At `T = L` every step reveals one token; with fewer, a " +
      "step reveals several, each drawn without seeing the others of the same step.",
  },
  {
    word: "schedule",
    meaning: "How many tokens each step reveals, in order: `3, 3, 2` reveals 8 tokens in 3 steps.",
  },
  {
    word: "`K`, states",
    meaning: "Size of the vocabulary: how many values a token can have.",
  },
  {
    word: "`J`, coupling",
    meaning:
      "In a Potts chain, how strongly a token draws its neighbours to its own value. At `J = 0` " +
      "tokens are independent; as `J` grows they become copies of each other.",
  },
  {
    word: "path error",
    meaning:
      "What drawing in parallel costs: the Kullback-Leibler divergence, in nats, from the true law to " +
      "the sampler's, along the order in which tokens are revealed. Zero where every step is harmless.",
  },
  {
    word: "nat",
    meaning: "Unit of information: 1 nat is 1.44 bits.",
  },
  {
    word: "information curve, `f(k)`",
    meaning:
      "Mean entropy of a masked token when `k` others are known. It falls, and how it falls " +
      "decides the error of every schedule.",
  },
  {
    word: "MI",
    meaning:
      "Total token mutual information, in nats: over all tokens, how much the others tell of it, " +
      "`L (f(0) - f(L - 1))`. The theory bounds the error by a multiple of it.",
  },
];
