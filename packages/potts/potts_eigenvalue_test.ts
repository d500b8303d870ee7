import { strictEqual } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { pottsEigenvalue } from "./potts_eigenvalue.ts";

/**
 * lambda^d and 1 - |lambda|^d, with mpmath 1.3.0 at 60 digits, J a double:
 *
 *     lam = (exp(J) - 1) / (exp(J) + K - 1); mp.nstr(lam ** d, 20), mp.nstr(1 - abs(lam) ** d, 20)
 */
const reference: readonly (readonly [number, number, number, string, string])[] = [
  [2, 1e-06, 1, "4.9999999999995831071e-7", "0.99999950000000000004"],
  [2, 1e-06, 3, "1.2499999999996873303e-19", "0.99999999999999999987"],
  [8, -1e-06, 2, "1.5624988281253986216e-14", "0.99999999999998437501"],
  [8, -1e-06, 3, "-1.9531228027355344025e-21", "1.0"],
  [3, 0.5, 7, "5.6159359686814575154e-6", "0.99999438406403131854"],
  [4, -0.7, 5, "-0.000061859842430458228894", "0.99993814015756954177"],
  [2, 2.0, 30, "0.00028294894941448425198", "0.99971705105058551575"],
  [2, -2.0, 31, "-0.00021549226630789454963", "0.99978450773369210545"],
  [3, 6.0, 200, "0.22640787445615672107", "0.77359212554384327893"],
  [2, 40.0, 1, "0.9999999999999999915", "8.4967085105831779546e-18"],
  [2, 40.0, 1e6, "0.99999999999150329149", "8.4967085105470809629e-12"],
  [27, 36.0, 4096, "0.99999999997434793312", "2.5652066883900593936e-11"],
  [2, -40.0, 1, "-0.9999999999999999915", "8.4967085105831779546e-18"],
  [2, -36.0, 4095, "-0.9999999999981003108", "1.8996891979676789195e-12"],
  [3, -40.0, 1, "-0.49999999999999999681", "0.50000000000000000319"],
  [3, -40.0, 4, "0.062499999999999998407", "0.93750000000000000159"],
];

Deno.test("the powers of a Potts eigenvalue are right to 1e-14, weak and strong couplings included", () => {
  for (const [states, coupling, distance, power, complement] of reference) {
    const eigenvalue = pottsEigenvalue({ states, coupling });
    assertClose(eigenvalue.power(distance), Number(power), { relative: 1e-14 });
    assertClose(eigenvalue.complementOfPower(distance), Number(complement), { relative: 1e-14 });
  }
});

Deno.test("the eigenvalue is 0 without coupling and of one state, and 1 beyond the range of doubles", () => {
  for (const options of [{ states: 5, coupling: 0 }, { states: 1, coupling: 800 }]) {
    const eigenvalue = pottsEigenvalue(options);
    strictEqual(eigenvalue.power(0), 1);
    strictEqual(eigenvalue.power(1), 0);
    strictEqual(eigenvalue.complementOfPower(1), 1);
  }
  const copies = pottsEigenvalue({ states: 5, coupling: 800 });
  strictEqual(copies.power(1e6), 1);
  const alternation = pottsEigenvalue({ states: 2, coupling: -800 });
  strictEqual(alternation.power(1), -1);
  strictEqual(alternation.power(2), 1);
});
