import { type CurveMeasures, curveMeasures, type InformationCurve } from "@unmask/information";
import { pottsChain } from "@unmask/potts";
import type { Row } from "@unmask/reporting";
import { type MaskSizes, uniform } from "@unmask/schedules";
import type { Cell } from "./claim_maker.ts";

/** A balanced schedule on a Potts chain. */
export interface BalancedChain {
  /** The chain's parameters, as in "K = 8, J = 2". */
  readonly chain: string;
  /** Its exact information curve. */
  readonly curve: InformationCurve;
  /** What the curve determines. */
  readonly measures: CurveMeasures;
  /** Number of steps. */
  readonly steps: number;
  /** The balanced sizes, in order of unmasking. */
  readonly sizes: MaskSizes;
}

/**
 * Cells that price balanced schedules on Potts chains: one per chain.
 *
 * @param options `length`; `chains` as states and couplings; `steps` to take on each
 * @param resultsOf The rows of one schedule on one chain
 * @returns The cells, in the order of the chains
 */
export function balancedChainCells<Result extends Row>(
  options: {
    length: number;
    chains: readonly { readonly states: number; readonly coupling: number }[];
    steps: readonly number[];
  },
  resultsOf: (at: BalancedChain) => readonly Result[],
): Cell<Result>[] {
  const { length } = options;
  return options.chains.map(({ states, coupling }) => {
    const chain = `K = ${states}, J = ${coupling}`;
    return {
      label: chain,
      results: (): Result[] => {
        const curve = pottsChain({ length, states, coupling }).informationCurve();
        const measures = curveMeasures(curve);
        return options.steps.flatMap((steps) =>
          resultsOf({ chain, curve, measures, steps, sizes: uniform.sizes({ length, steps }) })
        );
      },
    };
  });
}
