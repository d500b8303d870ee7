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
function recurrentClass(transitions: TransitionMatrix): number[] {
  let state = 0;
  for (;;) {
    const ahead = connected(state, { transitions, direction: "ahead" });
    const behind = connected(state, { transitions, direction: "behind" });
    // A state ahead that cannot come back: go there, out of this class for good.
    const gone = ahead.findIndex((reached, x) => reached === 1 && behind[x] === 0);
    if (gone >= 0) {
      state = gone;
      continue;
    }
    const stranger = behind.indexOf(0);
    if (stranger >= 0) {
      throw new RangeError(
        `Cannot start a chain from its stationary law: it must have one recurrent class, got state ${stranger} that never comes to state ${state}; give \`initial\``,
      );
    }
    return Array.from(ahead.keys()).filter((x) => ahead[x] === 1);
  }
}

/** Marks the states that can be reached from one, or that can reach it, itself among them. */
function connected(
  start: number,
  options: { transitions: TransitionMatrix; direction: "ahead" | "behind" },
): Uint8Array {
  const { transitions: { states, values }, direction } = options;
  const [along, across] = direction === "ahead" ? [1, states] : [states, 1];
  const seen = new Uint8Array(states);
  seen[start] = 1;
  const open = [start];
  for (let x = open.pop(); x !== undefined; x = open.pop()) {
    for (let y = 0; y < states; y++) {
      if (values[x * across + y * along]! > 0 && seen[y] === 0) {
        seen[y] = 1;
        open.push(y);
      }
    }
  }
  return seen;
}
