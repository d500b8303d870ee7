import { throws } from "node:assert/strict";
import { pathError } from "@unmask/convergence";
import { JointTable } from "@unmask/information";
import { assertClose } from "@unmask/testing";
import { rareRow } from "./rows.ts";

/** By mpmath 1.3.0 with 50 digits: `h/3`, and `-r ln((2 + r)/3) - (1 - r) ln(1 - r/3)`. */
const references = [
  { rare: 1e-4, path: 3.403430123436477724747e-4, endpoint: 7.387206644815702829087e-5 },
  { rare: 1e-8, path: 6.473560246317455280295e-8, endpoint: 7.387984336637199611701e-9 },
  { rare: 1e-12, path: 9.543673705309349217488e-12, endpoint: 7.387984414407199226739e-13 },
];

/** A last bit for each of a few operations. */
const lastBits = { relative: 1e-14 };

Deno.test("both errors of a rare tied pair are right to their own last bits", () => {
  for (const { rare, path, endpoint } of references) {
    const row = rareRow(rare);
    assertClose(row.pathError, path, lastBits);
    assertClose(row.endpointError, endpoint, lastBits);
  }
});

Deno.test("the path error of a rare tied pair by enumeration is the same but for its last bits", () => {
  for (const { rare, path } of references) {
    const weights = [1 - rare, 1 - rare, 0, 0, 0, 0, rare, rare];
    const law = JointTable.fromWeights(weights, { length: 3, vocabularySize: 2 });
    const enumerated = pathError(law.informationCurve(), [2, 1]);
    assertClose(enumerated, path, { absolute: 1e-15 });
    if (rare < 1e-4) throws(() => assertClose(enumerated, path, lastBits));
  }
});
