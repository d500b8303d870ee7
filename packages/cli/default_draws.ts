/** Draws of an estimate where no number is given: a few percent of the error, in seconds. */
export const DEFAULT_DRAWS = 256;
