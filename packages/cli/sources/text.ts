import type { Alphabet } from "@unmask/language";
import type { FittedContexts, HigherOrderChain } from "@unmask/potts";
import { BadInput, shown } from "../bad_input.ts";
import { anyText, integer, oneOf } from "../notation.ts";
import { readTextFile } from "../read_text_file.ts";
import { type OpenedSource, type SourceKind, sourceKind } from "../source_kind.ts";
import { checkLimits, lengthKey } from "../source_limits.ts";
import { higherOrderSource } from "./higher_order_source.ts";
import { lawSource } from "./law_source.ts";

/** What belongs beside every figure made from a text. */
const CAVEAT = "Exact for the chain fitted to the text; the language itself is another law.";
const ESTIMATED_CAVEAT =
  "The curve is estimated from the entropies of masked tokens of the chain fitted to the text; the language itself is another law.";

/** `text`: a Markov chain fitted to a file of text. */
export const textKind: SourceKind = sourceKind({
  name: "text",
  summary: "Markov chain fitted to the characters of a text",
  keys: {
    file: { notation: anyText, help: "UTF-8 text" },
    length: lengthKey,
    order: {
      notation: integer(0, 2),
      help: "tokens remembered: 1, 2 (its curve is estimated), or 0",
      default: 1,
    },
    alphabet: {
      notation: oneOf(["letters", "characters"]),
      help: "letters (a-z and space, the rest folded) or characters",
      default: "letters",
    },
  },
  async open({ file, length, order, alphabet: name }, io): Promise<OpenedSource> {
    const { text, sha256 } = readTextFile(file, io);
    const { charactersOf, letters } = await import("@unmask/language");
    const alphabet = name === "letters" ? letters : charactersOf(text);
    const states = alphabet.symbols.length;
    checkLimits({ length, states });
    const encoded = alphabet.encode(text);
    if (order === 2) {
      const { law, fit } = await pairsOf({ file, length, states, tokens: encoded });
      const cell = `text;${sha256};${name};length=${length}`;
      const source = await higherOrderSource(law, { cell });
      return {
        ...source,
        ...factsOf(fit, { sha256, alphabet }),
        caveat: source.estimate === undefined ? CAVEAT : ESTIMATED_CAVEAT,
      };
    }
    const { fitTransitions, markovChain, STATE_LIMIT } = await import("@unmask/potts");
    if (!(states <= STATE_LIMIT)) {
      throw new BadInput(
        `Cannot fit a chain to ${
          shown(file)
        }: different characters must be at most ${STATE_LIMIT}, got ${states}; alphabet=letters has 27`,
      );
    }
    const fit = fitTransitions(encoded, { states, order });
    return {
      ...lawSource(markovChain({ length, transitions: fit.transitions })),
      ...factsOf(fit, { sha256, alphabet }),
      caveat: CAVEAT,
    };
  },
});

/** The chain of order 2 fitted to a text. */
async function pairsOf(
  { file, length, states, tokens }: {
    file: string;
    length: number;
    states: number;
    tokens: Int32Array;
  },
): Promise<{ law: HigherOrderChain; fit: FittedContexts }> {
  const { CONTEXT_LIMIT, fitContextTransitions, HigherOrderChain } = await import("@unmask/potts");
  if (!(states ** 2 <= CONTEXT_LIMIT)) {
    throw new BadInput(
      `Cannot fit a chain to ${
        shown(file)
      }: pairs of different characters must be at most ${CONTEXT_LIMIT}, got ${states}^2; alphabet=letters has 27`,
    );
  }
  const fit = fitContextTransitions(tokens, { states, order: 2 });
  return { law: new HigherOrderChain({ length, transitions: fit.transitions }), fit };
}

/** What the record says of a fit, and the symbols of its tokens. */
function factsOf(
  { tokens, smoothing }: Pick<FittedContexts, "tokens" | "smoothing">,
  { sha256, alphabet }: { sha256: string; alphabet: Alphabet },
): Pick<OpenedSource, "findings" | "alphabet"> {
  return {
    findings: {
      sha256,
      tokens,
      alphabetSize: alphabet.symbols.length,
      smoothing: smoothing.name,
      pseudoCount: smoothing.pseudoCount,
    },
    alphabet,
  };
}
