import { deepStrictEqual, rejects, strictEqual, throws } from "node:assert/strict";
import { fastaRecords, gunzippedText } from "./fasta.ts";

Deno.test("fastaRecords() joins the lines of a sequence and names it by its first word", () => {
  deepStrictEqual(fastaRecords(">one of > many\nACG\nT T\n>two\r\nGG\r\n>none\n>four"), [
    { name: "one", text: "ACGTT" },
    { name: "two", text: "GG" },
    { name: "none", text: "" },
    { name: "four", text: "" },
  ]);
  deepStrictEqual(fastaRecords("\n"), []);
});

Deno.test("fastaRecords() refuses what is no FASTA", () => {
  throws(() => fastaRecords("<html>\n>x\nA\n"), {
    name: "RangeError",
    message: 'Cannot read FASTA: the first line must begin with >, got "<html>\\n"',
  });
});

async function gzipped(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

Deno.test("gunzippedText() is the text, and refuses a file that is cut or not compressed", async () => {
  const bytes = await gzipped(">x\nACGT\n");
  strictEqual(await gunzippedText({ name: "x.gz", bytes }), ">x\nACGT\n");
  for (const broken of [bytes.slice(0, 12), new TextEncoder().encode(">x\nACGT\n")]) {
    await rejects(gunzippedText({ name: "x.gz", bytes: broken }), {
      name: "RangeError",
      message:
        `Cannot read x.gz: the file must be text compressed by gzip, got ${broken.length} other bytes`,
    });
  }
});
