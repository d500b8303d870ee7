import { ok } from "node:assert/strict";
import { pmf } from "@unmask/information";
import fc from "fast-check";
import { arbitraryPmf } from "./arbitrary_pmf.ts";

Deno.test("arbitraryPmf() makes laws, certain and uniform ones among them", () => {
  const sample = fc.sample(arbitraryPmf(3), { seed: 164, numRuns: 2000 });
  for (const masses of sample) pmf(masses);
  for (let one = 0; one < 3; one++) ok(sample.some((masses) => masses[one] === 1));
  ok(sample.some((masses) => masses.every((mass) => mass === 1 / 3)), "never uniform");
  ok(sample.some((masses) => masses.join() === "0.5,0,0.5"), "never uniform on some outcomes");
  ok(sample.some((masses) => new Set(masses).size === 3), "never uneven");
});
