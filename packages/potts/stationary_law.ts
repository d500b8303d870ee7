import { type Pmf, pmfFromWeights } from "@unmask/information";
import type { TransitionMatrix } from "./transition_matrix.ts";

/**
 * The stationary law of a transition matrix with one recurrent class.
 *
 *     pi P = pi,   sum_x pi(x) = 1,   pi = 0 on transient states
 *
 * By the elimination of Grassmann, Taksar and Heyman, which never subtracts: every mass keeps its
 * relative precision, however small. O(K^3) time, O(K^2) memory.
 *
 * @param transitions A transition matrix
 * @returns Its stationary law
 * @throws {RangeError} When there are several recurrent classes, so that the law is not unique
 * @see W. K. Grassmann, M. I. Taksar, D. P. Heyman, Operations Research 33, 1985
 */
export function stationaryLaw(transitions: TransitionMatrix): Pmf {
  const members = recurrentClass(transitions);
  const size = members.length;
  const { states, values } = transitions;
  const work = new Float64Array(size * size);
  members.forEach((x, i) => {
    members.forEach((y, j) => work[i * size + j] = values[x * states + y]!);
  });

  // Censor the last state out, one after another; what is left is a chain on fewer states.
  for (let last = size - 1; last > 0; last--) {
    let leaving = 0;
    for (let j = 0; j < last; j++) leaving += work[last * size + j]!;
    for (let i = 0; i < last; i++) {
      const via = work[i * size + last]! / leaving;
      work[i * size + last] = via;
      for (let j = 0; j < last; j++) work[i * size + j]! += via * work[last * size + j]!;
    }
  }
  const weights = new Float64Array(size);
  weights[0] = 1;
  for (let j = 1; j < size; j++) {
    for (let i = 0; i < j; i++) weights[j]! += weights[i]! * work[i * size + j]!;
  }
  const law = new Float64Array(states);
  members.forEach((x, i) => law[x] = weights[i]!);
  return pmfFromWeights(law);
}

/** The states of the only closed communicating class. */
function recurrentClass({ states, values }: TransitionMatrix): number[] {
  const reachable = Array.from({ length: states }, (_, x) => reachableFrom(x, states, values));
  // A state is recurrent when every state it reaches can reach it back.
  const recurrent = reachable.flatMap((set, x) =>
    [...set].every((y) => reachable[y]!.has(x)) ? [x] : []
  );
  const first = recurrent[0]!;
  const stranger = recurrent.find((x) => !reachable[first]!.has(x));
  if (stranger !== undefined) {
    throw new RangeError(
      `Cannot start a chain from its stationary law: it must have one recurrent class, got states ${first} and ${stranger} that never meet; give \`initial\``,
    );
  }
  return recurrent;
}

function reachableFrom(start: number, states: number, values: Float64Array): Set<number> {
  const seen = new Set([start]);
  const open = [start];
  for (let x = open.pop(); x !== undefined; x = open.pop()) {
    for (let y = 0; y < states; y++) {
      if (values[x * states + y]! > 0 && !seen.has(y)) {
        seen.add(y);
        open.push(y);
      }
    }
  }
  return seen;
}
