import { deepStrictEqual, match, strictEqual, throws } from "node:assert/strict";
import { curveFromTokenMutualInformation } from "@unmask/information";
import { arbitraryCurveCase, naivePathError, testTheorem } from "@unmask/testing";
import { uniform } from "@unmask/schedules";
import type { ErrorFacts, FailureSignature } from "./failure_signature.ts";
import { failureSignatures } from "./failure_signatures.ts";
import { optimalSchedule } from "./optimal_schedule.ts";
import { pathError } from "./path_error.ts";

/** A straight curve, `Z_j = (j - 1) / 10`: a set of `s` tokens costs `s (s - 1) / 20`. */
function straight(length: number): ErrorFacts["curve"] {
  return curveFromTokenMutualInformation(
    length / 10,
    Float64Array.from({ length }, (_, k) => k / 10),
  );
}

const curve = straight(12);

function keysOf(facts: Partial<ErrorFacts>): string[] {
  return signaturesOf(facts).map(({ key }) => key);
}

function signaturesOf(facts: Partial<ErrorFacts>): FailureSignature[] {
  return failureSignatures({ curve, sizes: [4, 4, 4], ...facts });
}

/** Three sets of 4 tokens: 3 * 4 * 3 / 20. */
const balanced = 1.8;

Deno.test("a run whose errors are what they should be has no signature", () => {
  deepStrictEqual(keysOf({}), []);
  deepStrictEqual(keysOf({ trainingError: 0, trainingFloor: 0 }), []);
  deepStrictEqual(keysOf({ trainingError: balanced }), []);
  for (
    const measured of [
      { pathError: balanced, standardError: 0 },
      { pathError: 1.8, standardError: 0, rounding: 0.05 },
      { pathError: 1.9, standardError: 0.03 },
      { pathError: 1.7, standardError: 0.03 },
      { pathError: 1 },
      { pathError: 3 },
    ]
  ) {
    deepStrictEqual(keysOf({ measured }), []);
    deepStrictEqual(keysOf({ measured, trainingError: 0 }), []);
  }
});

Deno.test("an error below the sampling error is a serial fill, also where training error is known", () => {
  for (
    const measured of [
      { pathError: 0, standardError: 0 },
      { pathError: 0, standardError: 0.1 },
      { pathError: 0 },
      { pathError: 0.85 },
      { pathError: 1.67, standardError: 0.03 },
    ]
  ) {
    deepStrictEqual(keysOf({ measured }), ["serial-fill"]);
  }
  // One token at a time the predictor would cost 2.5, and a serial fill hides in that.
  const trainingError = { mean: 1.5, standardError: 0.01, draws: 100 };
  deepStrictEqual(keysOf({ measured: { pathError: 2.5, standardError: 0.1 }, trainingError }), [
    "serial-fill",
  ]);
  const [signature] = signaturesOf({ measured: { pathError: 0.4, standardError: 0.01 } });
  strictEqual(
    signature!.sentence,
    "The measured error, 0.4 nats (standard error 0.01), is below the sampling error, 1.8 nats, " +
      "which no predictor can go below.",
  );
});

Deno.test("no serial fill where the sampling error is 0, or the number is within its interval", () => {
  deepStrictEqual(keysOf({ sizes: new Array(12).fill(1), measured: { pathError: 0 } }), []);
  deepStrictEqual(keysOf({ measured: { pathError: 0, standardError: 0.5 } }), []);
});

Deno.test("a measured error below 0 is no divergence", () => {
  deepStrictEqual(keysOf({ measured: { pathError: -0.5, standardError: 0.1 } }), [
    "negative-error",
  ]);
  deepStrictEqual(keysOf({ measured: { pathError: -0.01 } }), ["negative-error"]);
  deepStrictEqual(keysOf({ measured: { pathError: -0.3, standardError: 0.6 } }), []);
});

Deno.test("the endpoint error measured in place of the path error is not called a serial fill", () => {
  const measured = { pathError: 1.2, standardError: 0.01 };
  deepStrictEqual(keysOf({ measured, endpointError: 1.205 }), ["endpoint-error"]);
  deepStrictEqual(keysOf({ measured, endpointError: 1 }), ["serial-fill"]);
  // Chance cannot tell 0.01 from 0, which a serial fill has.
  deepStrictEqual(
    keysOf({ measured: { pathError: 0.01, standardError: 0.01 }, endpointError: 0.01 }),
    ["serial-fill"],
  );
});

Deno.test("sizes read in masking order are told by their error", () => {
  const bent = curveFromTokenMutualInformation(
    1,
    Float64Array.from({ length: 6 }, (_, k) => k === 0 ? 0 : 0.5 + k / 100),
  );
  const [sizes, reversed] = [[1, 5], [5, 1]];
  const wrong = naivePathError(bent.conditionalEntropies, reversed);
  const measured = { pathError: wrong, standardError: 0.001 };
  deepStrictEqual(keysOf({ curve: bent, sizes, measured }), ["masking-order"]);
  const found = failureSignatures({
    curve: bent,
    sizes: reversed,
    measured: {
      pathError: naivePathError(bent.conditionalEntropies, sizes),
      standardError: 0.001,
    },
  });
  // The large first step is a failure of its own.
  deepStrictEqual(found.map(({ key }) => key), ["masking-order"]);
});

Deno.test("the excess of a measured error is training error, with its interval", () => {
  const [signature, ...others] = signaturesOf({
    measured: { pathError: 2.3, standardError: 0.05 },
  });
  strictEqual(signature!.key, "training-error");
  match(signature!.sentence, /: the excess, 0\.5 nats, 95% interval 0\.402 to 0\.598 nats, is tr/);
  deepStrictEqual(others, []);
  deepStrictEqual(keysOf({ measured: { pathError: 3.7 } }), ["training-error"]);
  deepStrictEqual(keysOf({ measured: { pathError: 4, standardError: 0.05 } }), [
    "training-error",
    "training-error-floor",
  ]);
});

Deno.test("an error above sampling and training error together is unexplained", () => {
  const measured = { pathError: 2.9, standardError: 0.05 };
  deepStrictEqual(keysOf({ measured, trainingError: 0.5 }), ["unexplained-error"]);
  deepStrictEqual(keysOf({ measured, trainingError: 1.1 }), []);
});

Deno.test("the floor: training error above sampling error, and most of it left one token at a time", () => {
  deepStrictEqual(keysOf({ trainingError: 1.9 }), ["training-error-floor"]);
  deepStrictEqual(keysOf({ trainingError: 1.7 }), []);
  deepStrictEqual(keysOf({ trainingError: 2, trainingFloor: 2.2 }), ["training-error-floor"]);
  // A predictor that errs where little is revealed: more steps cure most of it.
  deepStrictEqual(keysOf({ trainingError: 2, trainingFloor: 0.5 }), []);
  const noisy = { mean: 2, standardError: 0.06, draws: 10 };
  deepStrictEqual(keysOf({ trainingError: noisy }), []);
  deepStrictEqual(keysOf({ trainingError: { ...noisy, standardError: 0.04 } }), [
    "training-error-floor",
  ]);
  deepStrictEqual(keysOf({ trainingError: Infinity }), ["training-error-floor"]);
  const ones = new Array(12).fill(1);
  deepStrictEqual(keysOf({ sizes: ones, trainingError: 1e-12 }), []);
  match(
    signaturesOf({ sizes: ones, trainingError: 0.1, trainingFloor: 0.1 })[0]!.sentence,
    /no more steps to take\.$/,
  );
});

Deno.test("an oversized step is named with what balanced sizes would cost", () => {
  const [signature, ...others] = signaturesOf({ sizes: [1, 10, 1] });
  deepStrictEqual(others, []);
  strictEqual(signature!.key, "oversized-step");
  strictEqual(
    signature!.sentence,
    "Step 2 of 3 reveals 10 tokens, against 4 on average, and alone costs 4.5 nats of 4.5 nats; " +
      "balanced sizes in 3 steps would cost 1.8 nats.",
  );
  deepStrictEqual(keysOf({ sizes: [3, 6, 3] }), []); // 2.1 nats: not twice 1.8
  deepStrictEqual(keysOf({ sizes: [12] }), []); // one step is as balanced as one step can be
});

Deno.test("a large step where the curve is flat is not oversized", () => {
  const flat = curveFromTokenMutualInformation(
    1,
    Float64Array.from({ length: 12 }, (_, k) => k === 0 ? 0 : 1),
  );
  deepStrictEqual(failureSignatures({ curve: flat, sizes: [1, 1, 10] }), []);
  deepStrictEqual(
    failureSignatures({ curve: flat, sizes: [10, 1, 1] }).map(({ key }) => key),
    ["oversized-step"],
  );
});

Deno.test("growth with length beyond that of the sampling error is named", () => {
  const measured = { pathError: 1.8, standardError: 0.01 };
  const shorter = { curve: straight(6), sizes: [4, 2], measured: { ...measured, pathError: 0.7 } };
  deepStrictEqual(keysOf({ measured, shorter }), []);
  // 8 tokens of training error 0.1 at one length, 16 at the other, on a curve that does not grow.
  const run = (tokens: number, error: number): Partial<ErrorFacts> => ({
    curve: curveFromTokenMutualInformation(
      1,
      Float64Array.from({ length: tokens }, (_, k) => k === 0 ? 0 : 1),
    ),
    sizes: [1, ...new Array((tokens - 1) / 4).fill(4)],
    measured: { pathError: error, standardError: 0.01 },
  });
  const long = run(17, 1.6);
  const found = signaturesOf({ ...long, shorter: run(9, 0.8) as ErrorFacts["shorter"] & object });
  deepStrictEqual(found.map(({ key }) => key), [
    "training-error",
    "training-error-floor",
    "length-growth",
  ]);
  match(found[2]!.sentence, /but the sampling error by 0 nats alone, as Z_L goes from 1 to 1 nats/);
  deepStrictEqual(keysOf({ ...long, shorter: run(9, 1.58) as ErrorFacts["shorter"] & object }), [
    "training-error",
    "training-error-floor",
  ]);
});

Deno.test("failureSignatures() refuses sizes of another length", () => {
  throws(() => failureSignatures({ curve, sizes: [4, 4] }), RangeError);
});

testTheorem({
  name: "balanced and optimal schedules have no signature, measured exactly or to four digits",
  arbitrary: arbitraryCurveCase(),
  statement: (value) => assertHealthy(value.tokenMutualInformation, value.sizes.length, 1),
  mutants: {
    "at a third of the error": (value) =>
      assertHealthy(value.tokenMutualInformation, value.sizes.length, 1 / 3),
    "at three times the error": (value) =>
      assertHealthy(value.tokenMutualInformation, value.sizes.length, 3),
  },
});

function assertHealthy(z: readonly number[], steps: number, factor: number): void {
  const curve = curveFromTokenMutualInformation(z.at(-1)!, Float64Array.from(z));
  const { sizes: optimal } = optimalSchedule(curve, { steps });
  for (const sizes of [uniform.sizes({ length: z.length, steps }), optimal]) {
    const error = factor * pathError(curve, sizes);
    const written = Number(error.toPrecision(4));
    const rounding = error === 0 ? 0 : 10 ** (Math.floor(Math.log10(error)) - 3) / 2;
    for (
      const measured of [
        { pathError: error, standardError: 0 },
        { pathError: written, standardError: 0, rounding: 1.000001 * rounding },
        { pathError: error },
      ]
    ) {
      deepStrictEqual(failureSignatures({ curve, sizes, measured, trainingError: 0 }), []);
    }
  }
}
