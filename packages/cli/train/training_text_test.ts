import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import type { SequenceSampler } from "@unmask/information";
import { type Corpus, everyTenth, letters } from "@unmask/language";
import { streamFamily } from "@unmask/random";
import { trainingText } from "./training_text.ts";
import type { TrainingRecipe } from "./training_recipe.ts";

/** Documents of which those for training, for validation and for the test have letters of their own. */
const corpus: Corpus = {
  key: "parts",
  title: "Parts",
  licence: "none",
  source: "here",
  cleaning: [],
  splitRule: everyTenth,
  files: [],
  sha256: "",
  documents: Array.from({ length: 20 }, (_, n) => ({
    name: `${n}`,
    text: { train: "abba baab ", validation: "cddc dccd ", test: "effe feef " }[
      everyTenth.partOf(n, 20)
    ].repeat(6),
  })),
};

const recipe: TrainingRecipe = {
  corpus: "parts",
  tokeniser: "letters",
  preset: "tiny",
  objective: "masked",
  length: 8,
  width: 8,
  steps: 1,
  batch: 1,
  seed: 0,
};

/** The letters that some draws have. */
function lettersOf(sampler: SequenceSampler): string {
  const streams = streamFamily({ seed: 1, cell: "training text", purpose: "draws" });
  const out = new Int32Array(sampler.length);
  const seen = new Set<string>();
  for (let n = 0; n < 200; n++) {
    sampler.draw(streams.at(n), out);
    for (const letter of letters.decode(out)) seen.add(letter);
  }
  return [...seen].sort().join("");
}

Deno.test("training sees the documents for training, evaluation those for validation, neither the test", async () => {
  const { training, validation } = await trainingText(corpus, recipe);
  strictEqual(lettersOf(training), " ab");
  strictEqual(lettersOf(validation), " cd");
});

Deno.test("a teacher is fitted to the documents for training", async () => {
  const { training, validation } = await trainingText(corpus, { ...recipe, teacher: 1 });
  strictEqual(training, validation);
  const streams = streamFamily({ seed: 1, cell: "training text", purpose: "teacher" });
  const out = new Int32Array(8);
  const count = new Int32Array(27);
  for (let n = 0; n < 2000; n++) {
    training.draw(streams.at(n), out);
    for (const token of out) count[token]! += 1;
  }
  // Smoothing gives letters of the other documents what it gives letters of none: were all
  // documents fitted to, they would be four times as many.
  const [others, none] = ["cdef", "wxyz"].map((word) =>
    letters.encode(word).reduce((sum, token) => sum + count[token]!, 0)
  );
  ok(others! < 1.3 * none!, `${others} against ${none}`);
});

Deno.test("byte pairs are those of the documents for training", async () => {
  const { tokeniser } = await trainingText(corpus, { ...recipe, tokeniser: "byte-pairs:260" });
  const texts = Array.from({ length: 4 }, (_, n) => tokeniser.decode([256 + n]));
  ok(texts.every((text) => /^[ab ]+$/.test(text)), `${texts}`);
});

Deno.test("characters are those of all documents, so that the test can be encoded", async () => {
  const { tokeniser } = await trainingText(corpus, { ...recipe, tokeniser: "characters" });
  deepStrictEqual(tokeniser.decode([...tokeniser.encode("feed a cab")]), "feed a cab");
});
