/**
 * A number of nats for a reader: four digits after the point, fewer than are computed and more than
 * are needed; small ones with an exponent, and commas from 10,000.
 *
 * @param value Nats
 * @returns Its text
 */
export function natsText(value: number): string {
  const size = Math.abs(value);
  if (value === 0) return "0";
  if (size < 0.001 || size >= 1e7) return value.toExponential(2);
  return grouped(value.toFixed(4));
}

/**
 * An error that was enumerated or estimated from rows of probabilities, for a reader: 0 where it is no
 * more than rounding. Rows that differ in their last bits have a divergence of about the square of one,
 * 5e-32 nats; a thousand of them stay below 1e-28.
 *
 * @param value Nats
 * @returns Its text
 */
export function enumeratedText(value: number): string {
  return natsText(Math.abs(value) < 1e-28 ? 0 : value);
}

/**
 * An error that was estimated from log-ratios of sequences, for a reader: 0 where both numbers are the
 * rounding of two long sums. An error `e` that is real shows in the standard error, of about
 * `sqrt(2 e / draws)`, long before the mean is as small.
 *
 * @param estimate `mean` and `standardError` in nats
 * @returns For example `0.3456 +- 0.0102`
 */
export function estimatedText(
  { mean, standardError }: { mean: number; standardError: number },
): string {
  const isRounding = Math.abs(mean) < 1e-8 && standardError < 1e-8;
  return isRounding ? "0 +- 0" : `${natsText(mean)} +- ${natsText(standardError)}`;
}

/**
 * A whole number for a reader: commas from 10,000.
 *
 * @param value The number
 * @returns For example `9999`, `65,536`
 */
export function wholeText(value: number): string {
  return grouped(`${value}`);
}

/** Commas between thousands, from five digits on. */
function grouped(digits: string): string {
  const [whole, ...rest] = digits.split(".");
  const text = /\d{5}/.test(whole!) ? whole!.replace(/\B(?=(?:\d{3})+$)/g, ",") : whole!;
  return [text, ...rest].join(".");
}

/**
 * A share as a percentage.
 *
 * @param share In [0, 1] for a part of a whole
 * @returns For example `12.3%`
 */
export function percentText(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

/**
 * A count with its thing, in the plural where it is not one.
 *
 * @param count How many
 * @param thing One of them
 * @returns For example `1 iteration`, `12 iterations`, `65,536 iterations`
 */
export function countText(count: number, thing: string): string {
  return `${wholeText(count)} ${thing}${count === 1 ? "" : "s"}`;
}
