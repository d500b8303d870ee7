import { ok, strictEqual, throws } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { pottsRing } from "./potts_ring.ts";
import { ringPairInformation } from "./ring_pair_information.ts";

/** A curve of testdata/ring_reference.json, by testdata/ring_reference.py. */
interface Reference {
  readonly length: number;
  readonly states: number;
  readonly coupling: number;
  readonly curve: readonly { readonly revealed: number; readonly tokenMutualInformation: string }[];
}

async function references(): Promise<readonly Reference[]> {
  const url = new URL("./testdata/ring_reference.json", import.meta.url);
  return JSON.parse(await Deno.readTextFile(url)).cases;
}

Deno.test("Z keeps its relative precision on weak, strong, frustrated and long rings", async () => {
  const cases = await references();
  strictEqual(cases.length, 25);
  let compared = 0;
  for (const { length, states, coupling, curve } of cases) {
    const z = pottsRing({ length, states, coupling }).informationCurve().tokenMutualInformation;
    for (const { revealed, tokenMutualInformation } of curve) {
      assertClose(z[revealed]!, Number(tokenMutualInformation), { relative: 1e-13 });
      compared++;
    }
  }
  ok(compared > 900, `${compared} values`);
});

Deno.test("the curves of the coupling's other sign, and of one 1e-9 away, are refused", async () => {
  const { length, states, coupling, curve } = (await references()).find((one) =>
    one.length === 63 && one.coupling === -2
  )!;
  for (const wrong of [-coupling, coupling * (1 + 1e-9)]) {
    const z =
      pottsRing({ length, states, coupling: wrong }).informationCurve().tokenMutualInformation;
    throws(() => {
      for (const { revealed, tokenMutualInformation } of curve) {
        assertClose(z[revealed]!, Number(tokenMutualInformation), { relative: 1e-13 });
      }
    });
  }
});

Deno.test("a single revealed token tells what its pair shares, by hand for three tokens", () => {
  // Two states, e^J = 2: equal triples weigh 8 each, the six others 2 each; Z = 28. A pair agrees
  // with probability (16 + 4) / 28 = 5/7, at any distance.
  const options = { length: 3, states: 2, coupling: Math.LN2 };
  const mutual = Math.LN2 + 5 / 7 * Math.log(5 / 7) + 2 / 7 * Math.log(2 / 7);
  const pairs = ringPairInformation(options);
  strictEqual(pairs.length, 2);
  // Z_2 = D(1) + D(2): the neighbour on either side is at distance 1 or 2, each with probability 1/2.
  assertClose((pairs[0]! + pairs[1]!) / 3, mutual, { relative: 1e-14 });
  const { tokenMutualInformation } = pottsRing(options).informationCurve();
  assertClose(tokenMutualInformation[1]!, mutual, { relative: 1e-14 });
});

Deno.test("pair information is cut where it is negligible, and nowhere on a strongly coupled ring", () => {
  strictEqual(ringPairInformation({ length: 100, states: 3, coupling: 0 }).length, 0);
  const weak = ringPairInformation({ length: 100_000, states: 3, coupling: 1 });
  ok(weak.length > 20 && weak.length < 200, `${weak.length}`);
  strictEqual(ringPairInformation({ length: 1000, states: 3, coupling: 30 }).length, 999);
  strictEqual(ringPairInformation({ length: 1001, states: 2, coupling: -30 }).length, 1000);
});
