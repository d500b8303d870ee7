/** Draws of an estimate where no number is given: a few percent of the error, in seconds. */
export const DEFAULT_DRAWS = 256;

/** Most draws of an estimate: each keeps two numbers, a quarter of a GiB together. */
export const DRAWS_LIMIT = 2 ** 24;
