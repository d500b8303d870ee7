/** Most draws of an estimate where no number is given: a few percent of the error. */
export const DEFAULT_DRAWS = 256;

/** Fewest of them, however long one takes. */
export const FEWEST_DRAWS = 8;

/** Most draws of an estimate: each keeps two numbers, a quarter of a GiB together. */
export const DRAWS_LIMIT = 2 ** 24;
