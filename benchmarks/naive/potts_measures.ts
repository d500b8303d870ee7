import type { PottsOptions } from "@unmask/potts";
import type { TableMeasures } from "../questions/table_measures.ts";
import { pottsEntropy } from "./potts_thermodynamics.ts";

/**
 * The measures of a Potts chain from how often two of its tokens are equal.
 *
 *     P(X_i = X_{i+d}) = (1 + (K-1) l^d) / K,   l = (e^J - 1) / (e^J + K - 1)
 *     I(X_i; X_{i+d}) = ln K - H(row),   I(X_i; X_-i) = H(X_i) - H(X_i | its neighbours)
 *
 * @param options `length` `L` of at least 2, `states` `K`, `coupling` `J`
 * @returns The measures, in nats
 */
export function pottsMeasures(options: PottsOptions): TableMeasures {
  const { length, states, coupling } = options;
  const decay = Math.expm1(coupling) / (Math.exp(coupling) + states - 1);
  const apart = (distance: number): number => Math.log(states) - rowEntropy(distance);
  const rowEntropy = (distance: number): number => {
    const equal = (1 + (states - 1) * decay ** distance) / states;
    const other = (1 - equal) / (states - 1);
    return -equal * Math.log(equal) - (states - 1) * other * Math.log(other);
  };
  // Between neighbours, H(X_i | left, right) = 2 H(d = 1) - H(d = 2): two steps, less the ends.
  const inner = 2 * rowEntropy(1) - rowEntropy(2);
  const entropy = pottsEntropy(options);
  const conditionals = 2 * rowEntropy(1) + (length - 2) * inner;
  return {
    totalCorrelation: length * Math.log(states) - entropy,
    dualTotalCorrelation: entropy - conditionals,
    totalTokenMutualInformation: length * Math.log(states) - conditionals,
    firstToken: Array.from({ length: length - 1 }, (_, j) => apart(j + 1)),
  };
}
