import type { PottsOptions } from "@unmask/potts";

/**
 * Entropy of an open Potts chain from its partition function.
 *
 *     H(X) = ln Z - J d(ln Z)/dJ,   ln Z = ln K + (L-1) ln(e^J + K - 1)
 *
 * @param options `length` `L`, `states` `K`, `coupling` `J`
 * @returns Entropy in nats
 */
export function pottsEntropy({ length, states, coupling }: PottsOptions): number {
  const sum = Math.exp(coupling) + states - 1;
  const equalBonds = (length - 1) * Math.exp(coupling) / sum;
  return Math.log(states) + (length - 1) * Math.log(sum) - coupling * equalBonds;
}
