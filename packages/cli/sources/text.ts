import { BadInput, shown } from "../bad_input.ts";
import { anyText, integer, oneOf } from "../notation.ts";
import { readTextFile } from "../read_text_file.ts";
import { type OpenedSource, type SourceKind, sourceKind } from "../source_kind.ts";
import { checkLimits, lengthKey } from "../source_limits.ts";
import { lawSource } from "./law_source.ts";

/** `text`: a Markov chain fitted to a file of text. */
export const textKind: SourceKind = sourceKind({
  name: "text",
  summary: "Markov chain fitted to the characters of a text",
  keys: {
    file: { notation: anyText, help: "UTF-8 text" },
    length: lengthKey,
    order: { notation: integer(0, 1), help: "1, or 0 for independent characters", default: 1 },
    alphabet: {
      notation: oneOf(["letters", "characters"]),
      help: "letters (a-z and space, the rest folded) or characters",
      default: "letters",
    },
  },
  async open({ file, length, order, alphabet: name }, io): Promise<OpenedSource> {
    const { text, sha256 } = readTextFile(file, io);
    const { charactersOf, letters } = await import("@unmask/language");
    const { fitTransitions, markovChain, STATE_LIMIT } = await import("@unmask/potts");
    const alphabet = name === "letters" ? letters : charactersOf(text);
    const states = alphabet.symbols.length;
    checkLimits({ length, states });
    if (!(states <= STATE_LIMIT)) {
      throw new BadInput(
        `Cannot fit a chain to ${
          shown(file)
        }: different characters must be at most ${STATE_LIMIT}, got ${states}; alphabet=letters has 27`,
      );
    }
    const { transitions, tokens, smoothing } = fitTransitions(alphabet.encode(text), {
      states,
      order,
    });
    return {
      ...lawSource(markovChain({ length, transitions })),
      findings: {
        sha256,
        tokens,
        alphabetSize: states,
        smoothing: smoothing.name,
        pseudoCount: smoothing.pseudoCount,
      },
      alphabet,
      caveat: "Exact for the chain fitted to the text; the language itself is another law.",
    };
  },
});
