import { PARAGRAPH_STEP, paragraphLines } from "./paragraphs.ts";

/** The steps of {@linkcode ownWords}, in order, for the record. */
export const OWN_WORDS_STEPS: readonly string[] = Object.freeze([
  "messages in several parts, in HTML, or in a transfer encoding dropped",
  "headers dropped",
  "from the first signature mark, forwarded message, rule of 20 or more - _ = *, or line on unsubscribing dropped, which takes mailing-list footers with it",
  "quoted lines (> or |, after up to four initials) dropped, and the line that says who wrote them",
  "address and date of feed items, indented headers of quoted messages, and marks of signed messages dropped",
  PARAGRAPH_STEP,
]);

/** A line from which on nothing is the writer's message. */
const end = new RegExp(
  `^(?:${
    [
      "-- ?",
      "\\+?[-_=*]{20,}.*",
      "-{2,} ?(?:begin )?(?:original|forwarded) (?:message|text).*",
      "-{5}BEGIN PGP (?:SIGNATURE|PUBLIC).*",
      "To unsubscribe.*",
      "https?://\\S+/mailman/listinfo/\\S+",
    ].join("|")
  })$`,
  "im",
);

/** Lines that stand before what the writer wrote. */
const marks =
  /^(?:URL: \S+|Date: .*|[ \t]+(?:Date|From|Message-ID|Sent|To|Cc|Subject): .*|-{5}BEGIN PGP SIGNED MESSAGE-{5}|Hash: \S+)$/gm;

/** Who wrote what is quoted, where it takes two lines only if the first begins as usual. */
const attribution = /^(?:On [^\n]*\n)?[^\n]*\b(?:wrote|writes|said):[ \t]*$/gm;

const quoted = /^[ \t]*\w{0,4}[>|].*$/gm;

/**
 * What the writer of a plain mail wrote, without headers, quotes, signature and footer. O(n).
 *
 * Rules are crude on purpose, and each takes away rather too much: a newsletter ends at its first
 * rule.
 *
 * @param mail A message with its headers
 * @returns One paragraph a line; empty for a message that is not plain text, or has no own words
 */
export function ownWords(mail: string): string {
  const lines = mail.replace(/\r\n?/g, "\n");
  const blank = lines.search(/\n\n/);
  if (blank < 0) return "";
  const headers = lines.slice(0, blank).replace(/\n[ \t]+/g, " ");
  const type = /^content-type:\s*([^\s;]+)/im.exec(headers)?.[1] ?? "text/plain";
  const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(headers)?.[1] ?? "7bit";
  if (!/^text(?:\/plain)?$/i.test(type) || !/^(?:7bit|8bit|binary)$/i.test(encoding)) return "";
  const body = lines.slice(blank + 2);
  const stop = body.search(end);
  const message = (stop < 0 ? body : body.slice(0, stop)).replace(marks, "");
  return paragraphLines(message.replace(attribution, "").replace(quoted, ""));
}
