import {
  arbitraryPmf,
  arbitrarySource,
  assertClose,
  buildPolicy,
  buildSource,
  type PolicyCase,
  type PolicySpec,
  type SourceSpec,
  testTheorem,
} from "@unmask/testing";
import fc from "fast-check";
import { assertAtMost } from "./law_or_curve.ts";
import { errorsOf, exactOf, naiveOf } from "./policy_case_errors.ts";
import { regressions } from "./regressions.ts";

function assertExact(source: SourceSpec, policy: PolicySpec): void {
  const { pathError: path, endpointError } = errorsOf({ source, policy });
  // A few squared roundings; but a confidence that rounds to 1 may miss it by 2^-53, at 37 nats.
  const none = { absolute: policy.policy === "confidence-threshold" ? 1e-14 : 1e-20 };
  assertClose(path!, 0, none);
  assertClose(endpointError, 0, none);
}

const oneByOne = fc.oneof(
  fc.constant<PolicySpec>({ policy: "autoregressive" }),
  fc.constantFrom("confidence", "margin", "entropy")
    .map((score): PolicySpec => ({ policy: "top", score, count: 1 })),
  // Certain tokens have nothing to say to each other, and one uncertain one is alone.
  fc.constant<PolicySpec>({ policy: "entropy-bounded", gamma: 0 }),
  fc.constant<PolicySpec>({ policy: "entropy-sum", threshold: 0 }),
  fc.constant<PolicySpec>({ policy: "confidence-threshold", threshold: 1 }),
);

testTheorem<PolicyCase>({
  name: "one uncertain token an iteration is exact, whichever it is: gamma 0, threshold 1, k 1",
  arbitrary: fc.record({ source: arbitrarySource(), policy: oneByOne }),
  regressions,
  statement: ({ source, policy }) => assertExact(source, policy),
  mutants: {
    "two tokens": ({ source }) =>
      assertExact(source, { policy: "top", score: "entropy", count: 2 }),
    "a little uncertainty": ({ source }) =>
      assertExact(source, { policy: "entropy-bounded", gamma: 0.1 }),
  },
});

const chains = fc.constantFrom([2, 3], [3, 3], [4, 2], [5, 2]).chain(([length, states]) =>
  fc.tuple(
    fc.array(arbitraryPmf(states!), { minLength: states!, maxLength: states! }),
    arbitraryPmf(states!),
  ).map(([transitions, initial]): SourceSpec => ({
    kind: "markov-chain",
    length: length!,
    transitions,
    initial,
  }))
);

testTheorem<SourceSpec>({
  name: "the policy bisection is exact on Markov chains",
  arbitrary: chains,
  regressions,
  statement: (source) => assertExact(source, { policy: "bisection" }),
  mutants: {
    "dilated positions": (source) => assertExact(source, { policy: "dilated" }),
  },
});

/** A law, and in nats how much a set may cost. */
interface BoundedCase {
  readonly source: SourceSpec;
  readonly nats: number;
}

/**
 * The total correlation of a set is at most `sum H - max H`, since its joint entropy is at least that of any of
 * its tokens: an iteration costs at most gamma. The path error sums the costs over the iterations in which
 * sequences *of the law* are revealed; so it is gamma times their mean number, less the last iteration
 * of each sequence where that reveals one token. The sampler's own sequences may take fewer.
 */
testTheorem<BoundedCase>({
  name: "entropy-bounded costs at most gamma for each iteration that reveals the law's sequences",
  arbitrary: fc.record({
    source: arbitrarySource(),
    nats: fc.oneof(fc.constantFrom(0, Math.LN2, 1), fc.double({ min: 0, max: 2, noNaN: true })),
  }),
  regressions,
  statement: (value) => {
    assertBounded(value, { policy: "entropy-bounded", gamma: value.nats }, value.nats);
    assertBounded(value, { policy: "entropy-sum", threshold: value.nats }, value.nats);
  },
  mutants: {
    "half of gamma": (value) =>
      assertBounded(value, { policy: "entropy-bounded", gamma: value.nats }, value.nats / 2),
    "two tokens, whatever their entropies": (value) =>
      assertBounded(value, { policy: "top", score: "entropy", count: 2 }, value.nats),
  },
});

function assertBounded({ source }: BoundedCase, policy: PolicySpec, nats: number): void {
  const law = buildSource(source);
  const built = buildPolicy(policy);
  const { targetEvaluations } = naiveOf(law, built);
  assertAtMost(exactOf(law, built).pathError!, nats * targetEvaluations);
}

Deno.test("rules that admit certain tokens alone stay exact where uncertainty is below all steps", () => {
  for (const coupling of [20, 30, 36, 40, -30, -40]) {
    for (const states of [2, 3]) {
      const source: SourceSpec = { kind: "potts-chain", length: 4, states, coupling };
      assertExact(source, { policy: "entropy-bounded", gamma: 0 });
      assertExact(source, { policy: "entropy-sum", threshold: 0 });
      assertExact(source, { policy: "confidence-threshold", threshold: 1 });
    }
  }
});
