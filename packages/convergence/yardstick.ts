/** What a worst path error is measured in, where nothing of the law is known. */
export interface Yardstick {
  /** Short name, lower case. */
  readonly key: "tc" | "dtc" | "mi";
  /** Its full name. */
  readonly name: string;
  /**
   * Its value on the step curve `1[j > k]`, in units of the height of the step.
   *
   * @param options `length` `L`; `dimension` `k`, in `1 .. L-1`
   * @returns An integer of at least 1
   */
  onStep(options: { length: number; dimension: number }): number;
}

/**
 * The measures that a path error is held against: each is linear in the information curve.
 *
 *     on 1[j > k]:   TC = L - k,   DTC = k,   MI = L
 */
export const yardsticks: readonly Yardstick[] = [
  {
    key: "tc",
    name: "total correlation",
    onStep: ({ length, dimension }) => length - dimension,
  },
  { key: "dtc", name: "dual total correlation", onStep: ({ dimension }) => dimension },
  { key: "mi", name: "total token mutual information", onStep: ({ length }) => length },
];

/**
 * The yardstick of a name.
 *
 * @param key One of `tc`, `dtc`, `mi`
 * @returns The yardstick
 * @throws {RangeError} On another name
 */
export function yardstickOf(key: string): Yardstick {
  const found = yardsticks.find((yardstick) => yardstick.key === key);
  if (found === undefined) {
    throw new RangeError(
      `Cannot find a yardstick: the key must be one of ${
        yardsticks.map(({ key }) => key).join(", ")
      }, got ${key}`,
    );
  }
  return found;
}
