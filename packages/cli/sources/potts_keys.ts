import { finiteNumber } from "../notation.ts";
import { lengthKey, statesKey } from "../source_limits.ts";

/** The keys of a Potts chain and of a Potts ring. */
export const pottsKeys = {
  length: lengthKey,
  states: statesKey,
  coupling: { notation: finiteNumber, help: "J; positive favours equal neighbours" },
};
