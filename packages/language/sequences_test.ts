import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { type Corpus, readCorpus } from "./mod.ts";
import type { CorpusSource } from "./corpus_source.ts";
import { dna, proteins } from "./sequences.ts";
import { splitCorpus } from "./split_rule.ts";

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

Deno.test({
  name: "installed sequences are the records that were counted elsewhere",
  ignore: !(await isInstalled()),
  async fn(): Promise<void> {
    // Python 3 on the files of Debian bookworm: records, distinct sequences, letters.
    const all = await readCorpus(proteins);
    strictEqual(all.sha256, "92a65aa435f5d3e0f33eb47d87910fe7fc6033a28bf4ed1367094377d791d567");
    strictEqual(all.documents.length, 18_801);
    strictEqual(all.documents.reduce((sum, { text }) => sum + text.length, 0), 8_606_809);
    const genome = await readCorpus(dna);
    strictEqual(genome.sha256, "b5f5e726fa79caeeb12c19f3697faf7af437f57daf4195419056d639fb36a334");
    strictEqual(genome.documents.length, 100);
    strictEqual(genome.documents.reduce((sum, { text }) => sum + text.length, 0), 4_938_920);
  },
});

async function isInstalled(): Promise<boolean> {
  const readings = await Promise.all([proteins.read(), dna.read()]);
  return readings.every(({ outcome }) => outcome === "read");
}
