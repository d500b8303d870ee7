import { finiteNumber, type Notation } from "./notation.ts";
import { valueOption } from "./option.ts";

/** Revealed fractions: decimal numbers from 0 to 1 that do not fall, with commas between them. */
const gridNotation: Notation<readonly number[]> = {
  rule: "decimal numbers from 0 to 1 that do not fall, as in 0,0.25,0.5,1",
  read(text): readonly number[] | undefined {
    const fractions: number[] = [];
    for (const part of text.split(",")) {
      const fraction = finiteNumber.read(part.trim());
      if (fraction === undefined || !(fraction >= (fractions.at(-1) ?? 0))) return undefined;
      fractions.push(fraction);
    }
    return fractions.length >= 2 && fractions[0] === 0 && fractions.at(-1) === 1
      ? fractions
      : undefined;
  },
};

/** The option that gives a time grid. */
export const gridOption = valueOption("--grid", {
  notation: gridNotation,
  metavar: "FRACTIONS",
  help:
    "in place of --sizes: revealed fractions between which each token is revealed by chance, as in 0,0.25,0.5,1",
});
