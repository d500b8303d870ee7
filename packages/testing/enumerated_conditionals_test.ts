import { deepStrictEqual, throws } from "node:assert/strict";
import { copies } from "@unmask/information";
import { assertEnumeratedConditionals } from "./enumerated_conditionals.ts";

const law = copies({ length: 2, vocabularySize: 2 });

Deno.test("assertEnumeratedConditionals() sees every masked position of every partial state", () => {
  // ..: two rows; t. and .t for two tokens t: four; none is impossible with one token revealed.
  deepStrictEqual(assertEnumeratedConditionals(law, { relative: 0 }), {
    compared: 6,
    impossible: 0,
    undefinedRows: 0,
  });
  // Of three: ... 3, t.. 2 rows in 6 states, tt. in 6 states with equal tokens, 6 without.
  deepStrictEqual(
    assertEnumeratedConditionals(copies({ length: 3, vocabularySize: 2 }), { relative: 0 }),
    { compared: 3 + 12 + 6, impossible: 6, undefinedRows: 6 },
  );
});

Deno.test("assertEnumeratedConditionals() refuses wrong rows, and rows miscounted", () => {
  const wrong: typeof law = {
    ...law,
    conditionals(revealed, positions, out): number {
      const undefinedRows = law.conditionals(revealed, positions, out);
      out[0] = 1 - out[0]!;
      return undefinedRows;
    },
  };
  throws(() => assertEnumeratedConditionals(wrong, { relative: 1e-9 }), /expected 1, got 0/);
  const miscounted: typeof law = { ...wrong, conditionals: () => 1 };
  throws(() => assertEnumeratedConditionals(miscounted, { relative: 1e-9 }));
});
