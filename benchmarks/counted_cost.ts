import { countOperations } from "./count_operations.ts";
import { fitGrowth } from "./fit_growth.ts";
import type { ScienceFigure } from "./science_benchmark.ts";

/** How the operations of a routine are claimed to grow, with room for what small sizes hide. */
export interface CountedCost {
  /** The routine, with its fixed parameters. */
  readonly name: string;
  /** What varies, and whether costs grow like `size^exponent` or like `factor^size`. */
  readonly size: {
    readonly label: string;
    readonly growth: "power" | "exponential";
    /** Three sizes at least, rising. */
    readonly values: readonly number[];
  };
  /** Least exponent or factor: less would mean that work is not done, or not counted. */
  readonly atLeast: number;
  /** Largest exponent or factor. */
  readonly atMost: number;
  /** Plural unit that operations are told by, such as `token`, and how many there are at a size. */
  readonly work: { readonly unit: string; amount(size: number): number };
  /**
   * Makes what a call needs.
   *
   * @param size One of the sizes
   * @returns The call that is counted
   */
  prepare(size: number): () => unknown;
}

/** Digits of a count that no run changes. */
const DIGITS = 3;

/** Operations from which a count takes long, and is made twice in place of three times. */
const MANY = 2 ** 22;

/**
 * The exponent of a cost, fitted to the operations counted at each size, and the operations for a unit
 * of work at the largest.
 *
 * @param cost What is claimed
 * @param folder Whose scripts are counted, those of the packages by default
 * @returns Two figures; the first has the band of the claim
 */
export async function costFigures(cost: CountedCost, folder?: string): Promise<ScienceFigure[]> {
  const { name, size: { label, growth, values }, work, atLeast, atMost } = cost;
  const points: { size: number; value: number }[] = [];
  for (const size of values) {
    points.push({ size, value: await leastCount(cost.prepare(size), folder) });
  }
  const { size: largest, value } = points.at(-1)!;
  const range = `${label} ${values[0]} to ${largest}`;
  return [
    {
      label: `${name}: ${growth === "power" ? "exponent" : "factor"}, ${range}`,
      // A few blocks more or less are not to change a byte of what is kept.
      value: Number(fitGrowth(points, growth)!.toFixed(2)),
      unit: "ratio",
      atLeast,
      atMost,
    },
    {
      label: `${name}: a ${work.unit}, ${label} ${largest}`,
      value: Number((value / work.amount(largest)).toPrecision(DIGITS)),
      unit: "operations",
    },
  ];
}

/**
 * The operations of a call: what is compiled in the middle of a count, or begun again, makes it larger,
 * so the least counts.
 */
async function leastCount(call: () => unknown, folder?: string): Promise<number> {
  let least = Infinity;
  for (let made = 0; made < (least < MANY ? 3 : 2); made++) {
    least = Math.min(least, (await countOperations(call, folder)).operations);
  }
  return least;
}
