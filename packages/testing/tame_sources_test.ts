import { ok } from "node:assert/strict";
import fc from "fast-check";
import { sequences } from "./naive.ts";
import { buildSource } from "./source_spec.ts";
import { tameSource } from "./tame_sources.ts";

Deno.test("tameSource() reaches every kind, and no sequence is rarer than once in 1,200", () => {
  const specs = fc.sample(tameSource(), { seed: 173, numRuns: 300 });
  const kinds: Readonly<Record<string, (spec: typeof specs[number]) => boolean>> = {
    "an attracting chain": (spec) => spec.kind === "potts-chain" && spec.coupling > 0.5,
    "a repelling chain": (spec) => spec.kind === "potts-chain" && spec.coupling < -0.5,
    "a stationary chain": (spec) => spec.kind === "markov-chain" && spec.initial === undefined,
    "a started chain": (spec) => spec.kind === "markov-chain" && spec.initial !== undefined,
    "a table": (spec) => spec.kind === "table",
    "a code": (spec) => spec.kind === "reed-solomon",
    copies: (spec) => spec.kind === "copies",
    parity: (spec) => spec.kind === "parity",
  };
  for (const [kind, is] of Object.entries(kinds)) ok(specs.some(is), `never ${kind}`);
  for (const spec of specs) {
    const law = buildSource(spec);
    for (const tokens of sequences(law.length, law.vocabularySize)) {
      const mass = Math.exp(law.logProbability(Int32Array.from(tokens)));
      ok(mass === 0 || mass > 1 / 1200, `${JSON.stringify(spec)} has a sequence of mass ${mass}`);
    }
  }
});
