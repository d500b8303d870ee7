import { type ErrorFacts, failureSignatures, pathError } from "@unmask/convergence";
import { pottsChain } from "@unmask/potts";
import { uniform } from "@unmask/schedules";
import { measure, predictorOf } from "./long_runs.ts";
import { LENGTH, LONG_CHAIN, type Result } from "./result.ts";

/** The faults and the signatures that must be found, and no others. */
export const faults: Readonly<Record<string, string>> = {
  "none": "",
  "serial fill": "serial-fill",
  "sizes in masking order": "masking-order",
  "half of all tokens at once": "oversized-step",
  "10% guesses, nobody told": "training-error training-error-floor",
  "the same, beside 64 tokens": "training-error training-error-floor length-growth",
};

/**
 * Runs of a sampler with one fault each, and one without, as their users would measure them: the
 * signatures are found from the numbers alone.
 *
 * @returns A row for each
 */
export function faultyRuns(): Result[] {
  const chain = pottsChain(LONG_CHAIN);
  const curve = chain.informationCurve();
  const exact = predictorOf(chain, "exact");
  const guessing = predictorOf(chain, "10% guesses");
  const balanced = uniform.sizes({ length: LENGTH, steps: 32 });
  const ones = uniform.sizes({ length: LENGTH, steps: LENGTH });
  const halved = [128, ...uniform.sizes({ length: LENGTH / 2, steps: 31 })];
  const growing = Array.from({ length: 16 }, (_, t) => t < 8 ? 12 : 20);
  const shortChain = pottsChain({ ...LONG_CHAIN, length: 64 });
  const shortSizes = uniform.sizes({ length: 64, steps: 8 });
  const told = measure(chain, { predictor: guessing, sizes: balanced, cell: "guesses" });
  const runs: Record<string, Omit<ErrorFacts, "curve">> = {
    "none": {
      sizes: balanced,
      measured: measure(chain, { predictor: exact, sizes: balanced, cell: "none" }),
    },
    // Tokens of one iteration that see each other are revealed one at a time, whatever the sizes.
    "serial fill": {
      sizes: balanced,
      measured: measure(chain, { predictor: exact, sizes: ones, cell: "serial" }),
    },
    "sizes in masking order": {
      sizes: growing,
      measured: measure(chain, {
        predictor: exact,
        sizes: growing.toReversed(),
        cell: "masking order",
      }),
    },
    "half of all tokens at once": { sizes: halved },
    "10% guesses, nobody told": { sizes: balanced, measured: told },
    "the same, beside 64 tokens": {
      sizes: balanced,
      measured: told,
      shorter: {
        curve: shortChain.informationCurve(),
        sizes: shortSizes,
        measured: measure(shortChain, {
          predictor: predictorOf(shortChain, "10% guesses"),
          sizes: shortSizes,
          cell: "guesses on 64 tokens",
        }),
      },
    },
  };
  return Object.entries(runs).map(([run, facts]): Result => ({
    part: "fault",
    run,
    steps: facts.sizes.length,
    samplingError: pathError(curve, facts.sizes),
    trainingError: null,
    trainingStandardError: null,
    measured: facts.measured?.pathError ?? null,
    measuredStandardError: facts.measured?.standardError ?? null,
    signatures: failureSignatures({ curve, ...facts }).map(({ key }) => key).join(" "),
  }));
}
