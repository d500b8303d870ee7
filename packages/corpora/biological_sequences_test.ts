import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { type Corpus, splitCorpus } from "@unmask/language";
import { dna, proteins } from "./biological_sequences.ts";
import { type CorpusSource, readCorpus } from "./corpus_source.ts";

/** Reads a corpus from a folder where one file was written, at some path. */
async function readFrom(source: CorpusSource, path: string, text: string): Promise<Corpus> {
  const directory = await Deno.makeTempDir();
  try {
    const file = `${directory}/${path}`;
    await Deno.mkdir(file.slice(0, file.lastIndexOf("/")), { recursive: true });
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
    await Deno.writeFile(file, new Uint8Array(await new Response(stream).arrayBuffer()));
    return await readCorpus(source, { directory });
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

Deno.test("proteins are read from a folder, or from a package unpacked there", async () => {
  const text = ">a kinase\nMKV\nL\n>b\nMKVL\n>c\n\n>d\nW\n";
  for (const path of ["DB.fasta.gz", "usr/share/doc/mmseqs2/example-data/DB.fasta.gz"]) {
    const corpus = await readFrom(proteins, path, text);
    // b repeats a, and c is empty.
    deepStrictEqual(corpus.documents, [{ name: "a", text: "MKVL" }, { name: "d", text: "W" }]);
    deepStrictEqual(corpus.files, ["DB.fasta.gz"]);
  }
});

Deno.test("a genome is cut into 100 pieces that give it back, the last of them held out", async () => {
  const genome = Array.from({ length: 1234 }, (_, i) => "ACGT"[(i * i + (i >> 3)) % 4]).join("");
  const corpus = await readFrom(dna, "NC_008253.fna.gz", `>e. coli\n${genome}\n`);
  strictEqual(corpus.documents.map(({ text }) => text).join(""), genome);
  // 1234 bases in pieces of 13 make 95, and what would follow is empty.
  strictEqual(corpus.documents.length, 95);
  const { train, test } = splitCorpus(corpus);
  ok(genome.startsWith(train.map(({ text }) => text).join("")));
  ok(genome.endsWith(test.map(({ text }) => text).join("")));
});

Deno.test("sequences that are not on the machine are absent, with the folders and the package named", async () => {
  for (
    const [source, folder, name] of [
      [proteins, "/usr/share/doc/mmseqs2/example-data", "mmseqs2-examples"],
      [dna, "/usr/share/doc/bowtie/examples/genomes", "bowtie-examples"],
    ] as const
  ) {
    const reading = await source.read({ directory: "/no/such/folder" });
    if (reading.outcome === "read") continue; // installed here
    deepStrictEqual(reading.lookedIn, ["/no/such/folder", `/no/such/folder${folder}`, folder]);
    ok(reading.advice.includes(name));
  }
});

/** Python 3 on the files of Debian bookworm: distinct sequences that are not empty, and letters. */
const counted = [
  {
    source: proteins,
    sha256: "92a65aa435f5d3e0f33eb47d87910fe7fc6033a28bf4ed1367094377d791d567",
    documents: 18_801,
    letters: 8_606_809,
  },
  {
    source: dna,
    sha256: "b5f5e726fa79caeeb12c19f3697faf7af437f57daf4195419056d639fb36a334",
    documents: 100,
    letters: 4_938_920,
  },
];

Deno.test("sequences, where they are installed, are those that were counted elsewhere", async () => {
  for (const { source, sha256, documents, letters } of counted) {
    const reading = await source.read();
    if (reading.outcome === "absent") continue;
    const { corpus } = reading;
    strictEqual(corpus.sha256, sha256);
    strictEqual(corpus.documents.length, documents);
    strictEqual(corpus.documents.reduce((sum, { text }) => sum + text.length, 0), letters);
  }
});
