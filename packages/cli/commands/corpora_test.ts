import { deepStrictEqual, match, notStrictEqual, ok, strictEqual } from "node:assert/strict";
import { runInMemory } from "../memory_io.ts";
import { assertRefused } from "../refusals.ts";

/** The JSON answer of `corpora`. */
interface Document {
  corpora: {
    key: string;
    title: string;
    licence: string;
    source: string;
    present: boolean;
    documents: number | null;
    characters: number | null;
    sha256: string | null;
    split: { train: number; validation: number; test: number } | null;
    splitRule: string;
    cleaning: string[];
    lookedIn?: string[];
    advice?: string;
  }[];
  sample?: { document: string; text: string };
}

async function corpora(...args: string[]): Promise<Document> {
  const { status, output, errors } = await runInMemory(["corpora", ...args, "--json"]);
  strictEqual(errors, "");
  strictEqual(status, 0);
  return JSON.parse(output) as Document;
}

const keys = [
  "brown-news",
  "brown-fiction",
  "moby-dick",
  "state-of-the-union",
  "mailing-lists",
  "proteins",
  "dna",
];

async function withFolder(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    for (const [name, text] of Object.entries(files)) {
      const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
      const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
      await Deno.writeFile(`${folder}/${name}`, name.endsWith(".gz") ? bytes : bytes.slice(0, 9));
    }
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("corpora lists every corpus, as JSON and in 80 columns, and says which are absent", async () => {
  const document = await corpora();
  deepStrictEqual(document.corpora.map(({ key }) => key), keys);
  const { output } = await runInMemory(["corpora"]);
  for (const line of output.split("\n")) ok(line.length <= 80 && line === line.trimEnd(), line);
  for (const { key, present, ...facts } of document.corpora) {
    match(output, new RegExp(`^  ${key} +${present ? "\\d" : "-"}`, "m"));
    strictEqual(output.includes(`${key} is absent: looked in`), !present);
    if (present) {
      const { train, validation, test } = facts.split!;
      strictEqual(train + validation + test, facts.documents);
      match(facts.sha256!, /^[0-9a-f]{64}$/);
      ok(output.includes(`sha256 ${facts.sha256}\n`));
      strictEqual(facts.advice, undefined);
    } else {
      deepStrictEqual(
        [facts.documents, facts.characters, facts.sha256, facts.split],
        [null, null, null, null],
      );
      ok(facts.lookedIn!.length > 0 && facts.advice !== "");
    }
  }
  for (const { key, present } of document.corpora.slice(0, 2)) ok(present, key);
});

Deno.test("corpora --corpus gives the facts of one and how its clean text begins", async () => {
  const { corpora: [facts, ...others], sample } = await corpora("--corpus", "brown-news");
  strictEqual(others.length, 0);
  // Counted by `cat`, `sha256sum` and Python, see the tests of @unmask/language.
  deepStrictEqual([facts!.documents, facts!.split], [44, { train: 36, validation: 4, test: 4 }]);
  match(facts!.sha256!, /^00f27c40/);
  strictEqual(sample!.document, "ca01");
  ok(sample!.text.startsWith("The Fulton County Grand Jury said Friday"));
  strictEqual(sample!.text.length, 600);
  const { output } = await runInMemory(["corpora", "--corpus", "brown-news"]);
  for (const line of output.split("\n")) ok(line.length <= 80, line);
  ok(output.includes(facts!.sha256!) && output.includes("The Fulton County Grand Jury"));
});

Deno.test("corpora --corpus KEY:UNIT shows a twin, which the name decides", async () => {
  const first = await corpora("--corpus", "brown-news:words");
  deepStrictEqual(await corpora("--corpus", "brown-news:words", "--seed", "1"), first);
  strictEqual(first.corpora[0]!.key, "brown-news:words");
  const plain = await corpora("--corpus", "brown-news");
  strictEqual(first.corpora[0]!.characters, plain.corpora[0]!.characters);
  notStrictEqual(first.sample!.text, plain.sample!.text);
  const other = await corpora("--corpus", "brown-news:words:1");
  notStrictEqual(other.sample!.text, first.sample!.text);
});

Deno.test("corpora --data reads sequences from a folder, and breaks them to fit the page", async () => {
  const genome = "ACGT".repeat(5000);
  await withFolder({ "NC_008253.fna.gz": `>g\n${genome}\n` }, async (folder) => {
    const args = ["--corpus", "dna", "--data", folder];
    const { corpora: [facts], sample } = await corpora(...args);
    deepStrictEqual(
      [facts!.characters, facts!.split],
      [20_000, { train: 80, validation: 10, test: 10 }],
    );
    strictEqual(sample!.text, genome.slice(0, 200));
    const { output } = await runInMemory(["corpora", ...args]);
    for (const line of output.split("\n")) ok(line.length <= 80, line);
  });
});

Deno.test("corpora refuses what it does not know in one line", async () => {
  await withFolder({ "NC_008253.fna.gz": "ACGT", "DB.fasta": ">a\nM" }, async (folder) => {
    await Deno.writeTextFile(`${folder}/DB.fasta.gz`, ">a\nM\n");
    await assertRefused([
      [["corpora", "--corpus", "novel"], /key must be one of brown-news, .*, dna, got "novel"/],
      [["corpora", "--corpus", ""], /--corpus must be a text, got ""/],
      [
        ["corpora", "--corpus", "moby-dick:letters"],
        /what is shuffled must be one of words, sentences, characters, got "moby-dick:letters"/,
      ],
      [
        ["corpora", "--corpus", "moby-dick", "--data", folder],
        /--data must come with one from a Debian package, got moby-dick, which is in npm/,
      ],
      [["corpora", "--data", `${folder}/none`], /--data must be a folder that can be read/],
      [["corpora", "--data", `${folder}/DB.fasta`], /--data must be a folder that can be read/],
      [["corpora", "--corpus", "dna", "--data", folder], /the first line must begin with >/],
      [
        ["corpora", "--corpus", "proteins", "--data", folder],
        /Cannot read DB\.fasta\.gz: the file must be text compressed by gzip, got 5 other bytes/,
      ],
      [["corpora", "--source", "copies:length=1,states=1"], /option must be one of/],
    ]);
  });
});

Deno.test("corpora says how to get a corpus that is asked for and absent", async () => {
  const { corpora: listed } = await corpora();
  // Those of npm would be downloaded.
  const absent = listed.filter(({ present, source }) => !present && source.startsWith("Debian"))
    .map(({ key }) => key);
  await assertRefused(
    absent.map((key) => [
      ["corpora", "--corpus", key],
      new RegExp(`Cannot read ${key}: its files must be in .*apt-get install`),
    ]),
  );
});
