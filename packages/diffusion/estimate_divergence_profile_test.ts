import { deepStrictEqual, ok, rejects, strictEqual, throws } from "node:assert/strict";
import { streamFamily } from "@unmask/random";
import { buildSource } from "@unmask/testing";
import { type AsyncMaskPredictor, awaited } from "./async_mask_predictor.ts";
import { inTurn } from "./batch_mask_predictor.ts";
import { estimateDivergenceProfile } from "./estimate_divergence_profile.ts";
import { exactPredictor, type MaskPredictor } from "./mask_predictor.ts";
import { noisyLogits } from "./noisy_logits.ts";
import { tempered } from "./tempered.ts";
import { trainingError } from "./training_error.ts";
import { uniformMixture } from "./uniform_mixture.ts";

const laws = {
  "a Potts chain": buildSource({ kind: "potts-chain", length: 6, states: 3, coupling: 1.5 }),
  "a started chain": buildSource({
    kind: "markov-chain",
    length: 6,
    transitions: [[0.7, 0.2, 0.1], [0.1, 0.1, 0.8], [0.45, 0.5, 0.05]],
    initial: [1, 0, 0],
  }),
} as const;

const departures: Record<string, (predictor: MaskPredictor) => MaskPredictor> = {
  "a mixture": (predictor) => uniformMixture(predictor, { share: 0.2 }),
  "a low temperature": (predictor) => tempered(predictor, { temperature: 0.7 }),
  "noise": (predictor) => noisyLogits(predictor, { scale: 0.5, seed: 5 }),
};

const asked = (predictor: MaskPredictor): AsyncMaskPredictor => awaited(inTurn(predictor));

/** Seeds are fixed, so each test passes for good; a fresh seed fails with probability 6.4e-5. */
const STANDARD_ERRORS = 4;

for (const [name, law] of Object.entries(laws)) {
  Deno.test(`one profile of ${name} prices every schedule within 4 standard errors of the exact value`, async () => {
    const curve = law.informationCurve().conditionalEntropies;
    for (const [departure, depart] of Object.entries(departures)) {
      const predictor = depart(exactPredictor(law));
      for (const groups of [1, 3]) {
        const profile = await estimateDivergenceProfile(law, {
          predictor: asked(predictor),
          draws: 600,
          groups,
          streams: streamFamily({ seed: 301, cell: `${name} ${departure}`, purpose: "profile" }),
        });
        for (const sizes of [[6], [2, 4], [4, 2], [1, 2, 3], [1, 1, 1, 1, 1, 1]]) {
          const exact = trainingError(law, { predictor, sizes });
          const { mean, standardError } = profile.trainingError(sizes);
          ok(
            Math.abs(mean - exact) <= STANDARD_ERRORS * standardError + 1e-12,
            `${departure}, ${sizes}, ${groups} groups: ${mean} +- ${standardError}, not ${exact}`,
          );
        }
        for (const sizes of [[6], [2, 4], [1, 2, 3], [1, 1, 1, 1, 1, 1]]) {
          // sum_t sizes[t] f(N_t) - H(X)
          let exact = -curve.reduce((sum, entropy) => sum + entropy);
          let revealed = 0;
          for (const size of sizes) {
            exact += size * curve[revealed]!;
            revealed += size;
          }
          const { mean, standardError } = profile.samplingError(sizes);
          ok(Math.abs(mean - exact) <= STANDARD_ERRORS * standardError + 1e-12);
        }
        curve.forEach((entropy, k) => {
          const { mean, standardError } = profile.conditionalEntropy(k);
          ok(Math.abs(mean - entropy) <= STANDARD_ERRORS * standardError + 1e-12);
        });
      }
    }
  });
}

const chain = laws["a Potts chain"];
const streams = streamFamily({ seed: 302, cell: "a Potts chain", purpose: "profile" });

Deno.test("the profile of the exact predictor is 0 to rounding, and so is every price on it", async () => {
  const predictor = asked(exactPredictor(chain));
  const profile = await estimateDivergenceProfile(chain, { predictor, draws: 20, streams });
  for (const sizes of [[6], [3, 3], [1, 1, 1, 1, 1, 1]]) {
    const { mean, standardError, draws } = profile.trainingError(sizes);
    ok(mean >= 0 && mean < 1e-28 && standardError < 1e-28);
    strictEqual(draws, 20);
  }
});

Deno.test("a profile tells a schedule from the same read in masking order", async () => {
  const predictor = uniformMixture(exactPredictor(chain), { share: 0.5 });
  const profile = await estimateDivergenceProfile(chain, {
    predictor: asked(predictor),
    draws: 300,
    streams,
  });
  const { mean, standardError } = profile.trainingError([1, 5]);
  const reversed = trainingError(chain, { predictor, sizes: [5, 1] });
  ok(Math.abs(mean - reversed) > 10 * standardError);
});

Deno.test("a 95% interval over sequences covers, one over states that hang together does not", async () => {
  const predictor = uniformMixture(exactPredictor(chain), { share: 0.3 });
  const sizes = [1, 1, 1, 1, 1, 1];
  const exact = trainingError(chain, { predictor, sizes });
  let covered = 0;
  let naive = 0;
  const runs = 300;
  for (let run = 0; run < runs; run++) {
    const profile = await estimateDivergenceProfile(chain, {
      predictor: asked(predictor),
      draws: 60,
      groups: run % 2 === 0 ? 1 : 2,
      streams: streamFamily({ seed: run, cell: "coverage", purpose: "profile" }),
    });
    const { mean, standardError } = profile.trainingError(sizes);
    if (Math.abs(mean - exact) <= 1.96 * standardError) covered++;
    const asIfApart = Math.hypot(...sizes.map((_, k) => profile.divergence(k).standardError));
    if (Math.abs(mean - exact) <= 1.96 * asIfApart) naive++;
  }
  // Of probability 0.94 at 30 sequences a group, below 0.88 once in 100,000 fresh seeds.
  const least = 0.88 * runs;
  ok(covered >= least && covered <= 0.99 * runs, `${covered} of ${runs}`);
  ok(naive < least, `${naive} of ${runs} by states as if they were apart`);
});

Deno.test("a profile does not depend on the batch, nor on when the predictor answers", async () => {
  const predictor = asked(uniformMixture(exactPredictor(chain), { share: 0.2 }));
  const late: AsyncMaskPredictor = {
    ...predictor,
    rows: async (requests) => {
      await Promise.resolve();
      return await predictor.rows(requests);
    },
  };
  const counts = [4, 0, 2];
  const profiles = await Promise.all([
    estimateDivergenceProfile(chain, { predictor, counts, draws: 7, streams, batch: 1 }),
    estimateDivergenceProfile(chain, { predictor: late, counts, draws: 7, streams, batch: 5 }),
  ]);
  deepStrictEqual(profiles[0].data, profiles[1].data);
  deepStrictEqual(profiles[0].data.counts, [0, 2, 4]);
});

Deno.test("a profile says how far it is, and visits what its groups say", async () => {
  const seen: [number, number][] = [];
  const { data } = await estimateDivergenceProfile(chain, {
    predictor: asked(exactPredictor(chain)),
    draws: 5,
    groups: 2,
    counts: [0, 1, 2, 3, 5],
    streams,
    batch: 4,
    observe: (done, of) => seen.push([done, of]),
  });
  // Three sequences visit 3 counts, two the 2 others.
  deepStrictEqual(seen, [[4, 13], [8, 13], [12, 13], [13, 13]]);
  for (let n = 0; n < 5; n++) {
    for (let index = 0; index < 5; index++) {
      strictEqual(Number.isNaN(data.divergences[5 * n + index]), index % 2 !== n % 2);
    }
  }
});

Deno.test("a profile is infinite where the predictor excludes a token that can occur", async () => {
  const stubborn: MaskPredictor = {
    length: 6,
    vocabularySize: 3,
    predict: (_state, positions, out) => positions.forEach((_, i) => out.set([1, 0, 0], 3 * i)),
  };
  const profile = await estimateDivergenceProfile(chain, {
    predictor: asked(stubborn),
    draws: 4,
    streams,
  });
  strictEqual(profile.trainingError([3, 3]).mean, Infinity);
});

Deno.test("a profile refuses options out of range, answers that are none, and counts not visited", async () => {
  const predictor = asked(exactPredictor(chain));
  const options = { predictor, draws: 4, streams };
  const refuse = (more: object, message: string | RegExp): Promise<void> =>
    rejects(estimateDivergenceProfile(chain, { ...options, ...more }), {
      name: "RangeError",
      message,
    });
  await refuse(
    { draws: 3, groups: 2 },
    "Cannot draw a profile: draws must be an integer of at least 4, two for each group, got 3",
  );
  await refuse({ draws: NaN }, /at least 2, two for each group, got NaN/);
  await refuse({ groups: 7 }, /groups must be an integer from 1 to 6, got 7/);
  await refuse({ counts: [0, 6] }, /counts must be distinct integers from 0 to 5, got 6/);
  await refuse({ counts: [1, 1] }, /counts must be distinct integers from 0 to 5, got 1/);
  await refuse({ counts: [] }, /counts must be at least 1, got 0/);
  await refuse({ batch: 0 }, /batch must be an integer of at least 1, got 0/);
  await refuse({ batch: 2.5 }, /batch must be an integer of at least 1, got 2.5/);
  const spoilt = (spoil: (rows: Float64Array) => Float64Array): object => ({
    predictor: {
      ...predictor,
      rows: async (requests: Parameters<typeof predictor.rows>[0]) =>
        spoil(await predictor.rows(requests)),
    },
  });
  await refuse(
    spoilt((rows) => rows.subarray(3)),
    "Cannot use a prediction: it must have 252 probabilities for 24 states, got 249",
  );
  await refuse(
    spoilt((rows) => rows.with(0, NaN)),
    "Cannot use a prediction: the row of position 0 with 0 tokens revealed must be non-negative and sum to 1, got a sum of NaN",
  );
  await refuse({ predictor: { ...predictor, length: 5 } }, /Cannot hold a predictor against a law/);

  const profile = await estimateDivergenceProfile(chain, { ...options, counts: [0, 3] });
  throws(() => profile.trainingError([2, 4]), {
    name: "RangeError",
    message:
      "Cannot price with a profile: the revealed counts must be among those it visited, got 2",
  });
  throws(() => profile.trainingError([3, 2]), RangeError);
  throws(() => profile.samplingError([3, 3]), /those it visited, got 1/);
});
