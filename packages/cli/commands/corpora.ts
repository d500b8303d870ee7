import type { CorpusPlace } from "@unmask/corpora";
import type { Corpus } from "@unmask/language";
import { escapeControls } from "../bad_input.ts";
import { type Answer, type Command, command } from "../command.ts";
import { commonOptions } from "../common_options.ts";
import { checkDataFolder, dataOption, readCorpusIn } from "../data_option.ts";
import type { ShownCorpus } from "../corpus_facts.ts";
import type { Messages } from "../messages.ts";
import { anyText } from "../notation.ts";
import { countText, wholeText } from "../number_text.ts";
import { valueOption } from "../option.ts";
import { tableText } from "../table_text.ts";
import { wrapText } from "../wrap_text.ts";

/** Characters of a sample: a paragraph or two. */
const sampleLength = 600;

/** `corpora`: real texts and where they come from. */
export const corporaCommand: Command = command({
  name: "corpora",
  summary: "real texts to train and measure on: licences, checksums, splits",
  description:
    "Every corpus with its documents, its characters after cleaning, and how many documents are for training, for validation and for the test. With --corpus one of them, downloaded where need be: where it comes from, what was done to it, and how its clean text begins. KEY:words is its twin with the words of each document in random order, so are KEY:sentences and KEY:characters, and KEY:words:7 is the one of seed 7. Proteins and DNA come from Debian packages and may be absent.",
  examples: [
    "unmask corpora",
    "unmask corpora --corpus brown-news",
    "unmask corpora --corpus brown-news:words --json",
  ],
  options: {
    corpus: valueOption("--corpus", {
      notation: anyText,
      metavar: "NAME",
      help: "one corpus, KEY, or a twin of it, KEY:UNIT, with a sample",
    }),
    data: dataOption,
    ...commonOptions,
  },
  async answer({ corpus: name, data: directory }, { messages }): Promise<Answer> {
    if (directory !== undefined) await checkDataFolder(directory);
    return name === undefined
      ? await answerAll({ directory }, messages)
      : await answerOne(name, { directory, messages });
  },
});

/** The list; nothing is downloaded for it. */
async function answerAll(place: CorpusPlace, messages: Messages): Promise<Answer> {
  const { corpora } = await import("@unmask/corpora");
  const { readShownCorpus } = await import("../corpus_facts.ts");
  const read: ShownCorpus[] = [];
  for (const source of corpora) {
    messages.show(`reading ${source.key}`);
    read.push(await readShownCorpus(source, place));
  }
  return { document: { corpora: read }, print: (columns) => listText(read, columns) };
}

async function answerOne(
  name: string,
  { directory, messages }: { directory: string | undefined; messages: Messages },
): Promise<Answer> {
  const { corpusNamed } = await import("@unmask/corpora");
  const { shownCorpus } = await import("../corpus_facts.ts");
  const { source } = corpusNamed(name);
  messages.show(`reading ${name}, after a download where ${source.source} is not there yet`);
  const corpus = await readCorpusIn(name, directory);
  const facts = shownCorpus(corpus);
  const sample = sampleOf(corpus);
  return {
    document: { corpora: [facts], sample },
    print: (columns) => factsText(facts, columns) + sampleText(sample, columns),
  };
}

/** The beginning of the first document, cut where it is long. */
function sampleOf({ documents }: Corpus): { document: string; text: string } {
  const [first] = documents;
  if (first === undefined) return { document: "", text: "" };
  return {
    document: first.name,
    // Never half of a pair of code units.
    text: [...first.text.slice(0, 2 * sampleLength)].slice(0, sampleLength).join(""),
  };
}

function listText(read: readonly ShownCorpus[], columns: number): string {
  const count = (value: number | undefined | null): string =>
    value === undefined || value === null ? "-" : wholeText(value);
  const table = tableText(
    ["corpus", "documents", "characters", "train", "validation", "test"],
    read.map(({ key, documents, characters, split }) => [
      key,
      count(documents),
      count(characters),
      count(split?.train),
      count(split?.validation),
      count(split?.test),
    ]),
  );
  const origins = read.map(({ key, title, source, licence, sha256 }) =>
    wrapText(`${key}: ${title}; ${source}; ${licence}`, { columns, indent: 2, hang: 2 }) +
    (sha256 === null ? "" : `    sha256 ${sha256}\n`)
  );
  const absent = read.filter(({ present }) => !present).map(({ key, lookedIn, advice }) =>
    wrapText(
      `${key} is absent: looked in ${lookedIn!.map(escapeControls).join(", ")} (${advice}).`,
      {
        columns,
        hang: 2,
      },
    )
  );
  return `${table}\n${origins.join("")}${absent.length > 0 ? `\n${absent.join("")}` : ""}`;
}

function factsText(facts: ShownCorpus, columns: number): string {
  const { key, title, licence, source, documents, characters, sha256, split, splitRule } = facts;
  const line = (text: string): string => wrapText(text, { columns, hang: 2 });
  return line(`${key}: ${title}`) +
    line(`source: ${source}`) +
    line(`licence: ${licence}`) +
    `sha256: ${sha256}\n` +
    line(`${countText(documents!, "document")}, ${countText(characters!, "character")}`) +
    line(
      `split: ${split!.train} train, ${split!.validation} validation, ${
        split!.test
      } test; ${splitRule}`,
    ) +
    "cleaning:\n" +
    facts.cleaning.map((step) => wrapText(`- ${step}`, { columns, indent: 2, hang: 2 })).join("");
}

function sampleText(sample: { document: string; text: string }, columns: number): string {
  const lines = sample.text.split("\n").map((paragraph) =>
    // A sequence is one long word: it is broken anywhere.
    wrapText(breakable(escapeControls(paragraph), columns - 2), { columns, indent: 2 })
  );
  return `\n${escapeControls(sample.document)} begins:\n${lines.join("")}`;
}

function breakable(text: string, width: number): string {
  return text.replace(new RegExp(`\\S{${width}}(?=\\S)`, "gu"), "$& ");
}
