import { strictEqual } from "node:assert/strict";
import { plainText } from "./tagged_text.ts";

Deno.test("plainText() strips the tag after the last slash of a word", () => {
  strictEqual(plainText("up/rp 4-1/2/cd %/nn ./."), "up 4-1/2 %.");
  strictEqual(plainText("Atlanta's/np$ City/nn-tl isn't/bez*"), "Atlanta's City isn't");
});

Deno.test("plainText() writes one paragraph a line", () => {
  strictEqual(
    plainText("\n\n\tOne/cd day/nn ./.\n\n\n\tTwo/cd ,/, three/cd\n"),
    "One day.\nTwo, three",
  );
  strictEqual(plainText("\n \n\t\n"), "");
});

Deno.test("plainText() closes up quotation marks, parentheses and doubled marks", () => {
  strictEqual(
    plainText("He/pps said/vbd ``/`` no/uh ''/'' ,/, (/( twice/rb )/) ;/. ;/. why/wrb ?/. ?/."),
    'He said "no", (twice); why?',
  );
});
