import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type CorpusDocument, everyTenth, inOrder } from "@unmask/language";
import {
  type CorpusFolders,
  type CorpusPlace,
  type CorpusSource,
  corpusSource,
} from "./corpus_source.ts";
import { distinctTexts } from "./distinct_texts.ts";
import { fastaRecords, gunzippedText } from "./fasta.ts";

/**
 * Proteins of all kinds of organisms, a letter an amino acid: about 18,800 documents and 8.6 million
 * letters, from the Debian package `mmseqs2-examples` where it is installed or unpacked.
 *
 * Records are in no order of kinship, so relatives of a protein, though never the same sequence, may
 * be in another part.
 */
export const proteins: CorpusSource = corpusSource({
  key: "proteins",
  title: "Proteins (UniProt, examples of MMseqs2)",
  licence: "in a package under GPL-3: read where it is installed, not passed on",
  source: "Debian mmseqs2-examples 14-7e284, DB.fasta.gz",
  cleaning: [
    "names and line ends of FASTA dropped",
    "empty sequences, and those of an earlier record, dropped",
  ],
  splitRule: everyTenth,
  takesDirectory: true,
  find: (place) =>
    debianFolders({ name: "mmseqs2-examples", path: "usr/share/doc/mmseqs2/example-data/" }, place),
  fileNames: () => ["DB.fasta.gz"],
  documentsOf: async ([file]) => distinctTexts(fastaRecords(await gunzippedText(file!))),
});

/** Documents that the genome is cut into: a part is at least ten of them. */
const pieces = 100;

/**
 * The genome of Escherichia coli 536, 4,938,920 bases, from the Debian package `bowtie-examples` where
 * it is installed or unpacked: 100 contiguous documents, all but the last of one length.
 */
export const dna: CorpusSource = corpusSource({
  key: "dna",
  title: "DNA (Escherichia coli, examples of Bowtie)",
  licence: "in a package under Artistic-2.0: read where it is installed, not passed on",
  source: "Debian bowtie-examples 1.3.1, NC_008253.fna.gz",
  cleaning: [
    "names and line ends of FASTA dropped",
    `each record cut into ${pieces} contiguous pieces`,
  ],
  splitRule: inOrder,
  takesDirectory: true,
  find: (place) =>
    debianFolders(
      { name: "bowtie-examples", path: "usr/share/doc/bowtie/examples/genomes/" },
      place,
    ),
  fileNames: () => ["NC_008253.fna.gz"],
  documentsOf: async ([file]) => fastaRecords(await gunzippedText(file!)).flatMap(piecesOf),
});

/** A folder of the user's, the package unpacked there, and the package installed. */
function debianFolders(
  { name, path }: { name: string; path: string },
  { directory }: CorpusPlace,
): CorpusFolders {
  const advice = `on Debian: apt-get install ${name}, or apt-get download ${name} and dpkg -x`;
  const installed = new URL(`file:///${path}`);
  if (directory === undefined) return { folders: [installed], advice };
  const own = pathToFileURL(`${resolve(directory)}/`);
  return { folders: [own, new URL(path, own), installed], advice };
}

function piecesOf({ name, text }: CorpusDocument): CorpusDocument[] {
  const size = Math.ceil(text.length / pieces);
  return Array.from({ length: pieces }, (_, i) => ({
    name: `${name} ${i + 1}`,
    text: text.slice(i * size, (i + 1) * size),
  }));
}
