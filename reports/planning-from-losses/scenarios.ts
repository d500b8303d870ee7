import { curveFromConditionalEntropies, type InformationCurve } from "@unmask/information";
import { type LossLog, LossLogBuilder } from "@unmask/estimation";
import { pottsChain } from "@unmask/potts";
import { drawNormals, type Stream } from "@unmask/random";

/**
 * What the predictor adds to every loss, in nats: as much at every number of revealed tokens, so that
 * it changes no path error beyond that of one token at a time.
 */
const OWN_ERROR = 0.5;

/** A way to make logs from a known curve. */
export interface Scenario {
  /** Name in the table. */
  readonly name: string;
  /** The truth. */
  readonly curve: InformationCurve;
  /** Steps of the plans. */
  readonly steps: number;
  /** Standard error of each loss, null where rows do not state one. */
  readonly standardError: number | null;
  /** A log; all randomness from the stream. */
  log(stream: Stream): LossLog;
}

/** A curve that falls by 2.2 nats about 55% revealed, in a tenth of the length. */
function step(length: number): InformationCurve {
  return curveFromConditionalEntropies(
    Array.from(
      { length },
      (_, k) => 0.3 + 2.2 / (1 + Math.exp((k / length - 0.55) / 0.06)),
    ),
  );
}

/** A curve that falls twice, at a quarter and at seven tenths. */
function twoSteps(length: number): InformationCurve {
  const fall = (x: number, at: number, width: number): number =>
    1 / (1 + Math.exp((x - at) / width));
  return curveFromConditionalEntropies(
    Array.from({ length }, (_, k) => {
      const x = k / (length - 1);
      return 0.3 + 1.1 * fall(x, 0.25, 0.04) + 1.3 * fall(x, 0.7, 0.05);
    }),
  );
}

function potts(length: number, coupling: number, states = 8): InformationCurve {
  return pottsChain({ length, states, coupling }).informationCurve();
}

function dense(
  name: string,
  options: { curve: InformationCurve; steps: number; standardError: number },
): Scenario {
  const { curve, steps, standardError } = options;
  return {
    name,
    curve,
    steps,
    standardError,
    log(stream): LossLog {
      const builder = new LossLogBuilder({
        length: curve.length,
        coordinate: "revealed",
        precision: "standard-error",
      });
      const noise = drawNormals(curve.length, stream);
      for (let place = 0; place < curve.length; place++) {
        const loss = OWN_ERROR + curve.conditionalEntropies[place]! + standardError * noise[place]!;
        builder.add({ place, loss, precision: standardError });
      }
      return builder.log();
    },
  };
}

/** Rows at uniform masked fractions: a random number of revealed tokens, and noise about `f` there. */
function fractions(
  name: string,
  options: { curve: InformationCurve; steps: number; rows: number },
): Scenario {
  const { curve, steps, rows } = options;
  return {
    name,
    curve,
    steps,
    standardError: null,
    log(stream): LossLog {
      const builder = new LossLogBuilder({
        length: curve.length,
        coordinate: "masked-fraction",
        precision: "none",
      });
      for (let row = 0; row < rows; row++) {
        const place = 0.02 + 0.98 * stream.nextDouble();
        let revealed = 0;
        for (let token = 1; token < curve.length; token++) {
          if (stream.nextUint32() > place * 2 ** 32) revealed++;
        }
        // Bounded, so that no loss is negative: a uniform number of spread 1 is within 1.74.
        const noise = Math.sqrt(12) * (stream.nextDouble() - 0.5);
        const loss = (OWN_ERROR + curve.conditionalEntropies[revealed]!) *
          (1 + 0.55 * Math.sqrt(0.1 / (place + 0.1)) * noise);
        builder.add({ place, loss });
      }
      return builder.log();
    },
  };
}

/** Scenarios that the constants of the estimate were chosen on. */
export const tuned: readonly Scenario[] = [
  dense("weak chain", { curve: potts(64, 1), steps: 16, standardError: 0.03 }),
  dense("strong chain", { curve: potts(64, 4), steps: 16, standardError: 0.03 }),
  dense("step", { curve: step(64), steps: 16, standardError: 0.03 }),
  dense("strong chain", { curve: potts(256, 4), steps: 16, standardError: 0.03 }),
  dense("step", { curve: step(256), steps: 16, standardError: 0.03 }),
  fractions("strong chain", { curve: potts(64, 4), steps: 16, rows: 2000 }),
];

/** Scenarios that none was. */
export const heldOut: readonly Scenario[] = [
  dense("held out: 27 states", { curve: potts(128, 3, 27), steps: 16, standardError: 0.03 }),
  dense("held out: two steps", { curve: twoSteps(200), steps: 20, standardError: 0.03 }),
];

/** The strong chain with fewer and with more samples. */
export const bySamples: readonly Scenario[] = [0.12, 0.06, 0.03, 0.015, 0.0075].flatMap((
  standardError,
) => [
  dense("strong chain", { curve: potts(64, 4), steps: 16, standardError }),
  dense("weak chain", { curve: potts(64, 1), steps: 16, standardError }),
]);
