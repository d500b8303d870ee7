import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { MASK } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import { assertClose, buildPolicy } from "@unmask/testing";
import type { UnmaskingPolicy } from "./unmasking_policy.ts";
import { UnmaskingRun } from "./unmasking_run.ts";

const space = { length: 3, vocabularySize: 2 };
const streams = streamFamily({ seed: 221, cell: "run", purpose: "tokens" });

function run(policy: UnmaskingPolicy, tokens?: Int32Array): UnmaskingRun {
  return new UnmaskingRun(policy, { space, stream: streams.at(0), ...(tokens && { tokens }) });
}

Deno.test("a run asks for what it reveals where its rule does not look, and for all where it does", () => {
  const fixed = run(buildPolicy({ policy: "bisection" }));
  deepStrictEqual([...fixed.request()!], [1]);
  // Asking again changes nothing.
  deepStrictEqual([...fixed.request()!], [1]);
  const looking = run(buildPolicy({ policy: "top", score: "confidence", count: 1 }));
  deepStrictEqual([...looking.request()!], [0, 1, 2]);
  looking.receive(Float64Array.of(0.5, 0.5, 0.5, 0.5, 0, 1));
  deepStrictEqual([...looking.state], [MASK, MASK, 1]);
  deepStrictEqual([...looking.revealed], [2]);
  deepStrictEqual([...looking.request()!], [0, 1]);
});

Deno.test("a run of a given sequence reveals it, and tells how likely its path is", () => {
  const given = run(buildPolicy({ policy: "bisection" }), Int32Array.of(1, 0, 1));
  given.request();
  given.receive(Float64Array.of(0.25, 0.75));
  given.request();
  given.receive(Float64Array.of(0.5, 0.5, 0.875, 0.125));
  strictEqual(given.request(), undefined);
  deepStrictEqual([...given.state], [1, 0, 1]);
  assertClose(given.logProbability, Math.log(0.25 * 0.5 * 0.125), { absolute: 1e-15 });
  deepStrictEqual([given.iteration, given.evaluations], [2, 2]);
});

Deno.test("iterations that reveal nothing are passed, and take no evaluation", () => {
  const idle = run(buildPolicy({ policy: "bernoulli-grid", grid: [0, 0, 0, 1] }));
  deepStrictEqual([...idle.request()!], [0, 1, 2]);
  strictEqual(idle.iteration, 2);
  idle.receive(new Float64Array(6).fill(0.5));
  strictEqual(idle.request(), undefined);
  deepStrictEqual([idle.iteration, idle.evaluations], [3, 1]);
});

Deno.test("a look at predictions is an evaluation, though nothing is revealed then", () => {
  const hesitant: UnmaskingPolicy = {
    name: "hesitant",
    rules: () => [{
      probability: 1,
      rule: {
        iterations: 2,
        readsPredictions: true,
        propose: ({ iteration, candidates }) => ({
          candidates,
          size: iteration === 0 ? 0 : candidates.length,
        }),
      },
    }],
  };
  const looking = run(hesitant);
  for (let n = 0; n < 2; n++) {
    looking.request();
    looking.receive(new Float64Array(6).fill(0.5));
  }
  strictEqual(looking.request(), undefined);
  strictEqual(looking.evaluations, 2);
});

Deno.test("where nothing is masked any more a rule with a clock does not look, and takes no evaluation", () => {
  const early: UnmaskingPolicy = {
    name: "early",
    rules: () => [{
      probability: 1,
      rule: {
        iterations: 3,
        readsPredictions: true,
        propose: ({ candidates }) => ({ candidates, size: candidates.length }),
      },
    }],
  };
  const looking = run(early);
  looking.request();
  looking.receive(new Float64Array(6).fill(0.5));
  strictEqual(looking.request(), undefined);
  deepStrictEqual([looking.iteration, looking.evaluations], [3, 1]);
});

Deno.test("a run refuses sequences that are none, and predictions that nobody asked for", () => {
  const policy = buildPolicy({ policy: "autoregressive" });
  throws(() => run(policy, Int32Array.of(1, 0)), {
    name: "RangeError",
    message: "Cannot follow a given sequence: it must have 3 tokens from 0 to 1, got 2 of them",
  });
  throws(() => run(policy, Int32Array.of(1, 0, 2)), /3 tokens from 0 to 1, got 2$/);
  throws(() => run(policy, Int32Array.of(1, MASK, 1)), /3 tokens from 0 to 1, got -1$/);
  const eager = run(policy);
  throws(
    () => eager.receive(Float64Array.of(0.5, 0.5)),
    /must be those requested, 0 of them, got 2/,
  );
  eager.request();
  throws(() => eager.receive(Float64Array.of(1)), /must be those requested, 2 of them, got 1/);
  strictEqual(eager.iteration, 0);
});
