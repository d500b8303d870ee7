import { strictEqual } from "node:assert/strict";
import { ownWords } from "./own_words.ts";

const headers = "From: a@example.org\nSubject: Whales\n";

Deno.test("ownWords() keeps what the writer wrote and drops what others did", () => {
  const mail = `${headers}
Hello all,

On Thu, 22 Aug 2002, B. wrote:
> It is not down in any map;
  >> true places
RG> never are.
| quoted with a bar

Not so, it is
at 5 > 4 degrees.

-- 
A. N. Other, whaler

_______________________________________________
Whales mailing list
`;
  strictEqual(ownWords(mail), "Hello all,\nNot so, it is at 5 > 4 degrees.");
});

Deno.test("ownWords() ends at whatever a footer begins with", () => {
  for (
    const footer of [
      "-- ",
      "--",
      "_______________________________________________",
      "------------------------ Yahoo! Groups Sponsor ---------------------~-->",
      "-----Original Message-----",
      "---------- Forwarded message ----------",
      "-----BEGIN PGP SIGNATURE-----",
      "To unsubscribe from this group, send an email to:",
      "http://example.org/mailman/listinfo/whales",
    ]
  ) {
    strictEqual(ownWords(`${headers}\nKept.\n${footer}\nLost.\n`), "Kept.", footer);
  }
  // Neither a dash in a sentence nor a short rule ends a message.
  strictEqual(ownWords(`${headers}\nOne -- two\n-----\nthree\n`), "One -- two ----- three");
});

Deno.test("ownWords() drops who wrote a quote over two lines, and no line before another", () => {
  strictEqual(ownWords(`${headers}\nKept.\nOn Monday, B.\n<b@example.org> wrote:\n> x\n`), "Kept.");
  strictEqual(ownWords(`${headers}\nKept.\nB. wrote:\n> x\nMine.\n`), "Kept.\nMine.");
});

Deno.test("ownWords() drops the address and date of feed items", () => {
  strictEqual(
    ownWords(`${headers}\nURL: http://example.org/1\nDate: Not supplied\n\nA whale was seen.\n`),
    "A whale was seen.",
  );
});

Deno.test("ownWords() drops the indented headers of a message that is quoted", () => {
  strictEqual(
    ownWords(`${headers}\n    Date:   Monday\n    From: B. <b@example.org>\n  | quoted\nMine.\n`),
    "Mine.",
  );
  strictEqual(ownWords(`${headers}\nFrom: here on\n`), "From: here on");
});

Deno.test("ownWords() finds nothing in messages that are not plain text", () => {
  for (
    const header of [
      "Content-Type: text/html",
      "content-type: multipart/signed;\n\tboundary=x",
      "Content-Transfer-Encoding: base64",
      "Content-Transfer-Encoding:\n quoted-printable",
    ]
  ) {
    strictEqual(ownWords(`${headers}${header}\n\nLost.\n`), "", header);
  }
  strictEqual(ownWords(`${headers}Content-Type: text/plain;\n charset=x\n\nKept.\n`), "Kept.");
  strictEqual(ownWords("no body at all"), "");
});

Deno.test("ownWords() reads any line ends", () => {
  strictEqual(ownWords("From: a\r\n\r\nOne\r\n\r\nTwo\r\n-- \r\nLost\r\n"), "One\nTwo");
});
