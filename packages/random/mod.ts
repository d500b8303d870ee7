/**
 * Random numbers that are functions of what they are for: keyed, counter-based streams, and draws from them.
 *
 * @module
 */
export { drawCategorical } from "./categorical.ts";
export { drawInteger } from "./integer.ts";
export { drawNormals } from "./normal.ts";
export { type Stream, type StreamFamily, streamFamily } from "./stream.ts";
export { drawPermutation, drawSubset, partialShuffle } from "./subset.ts";
export { threefry2x32 } from "./threefry2x32.ts";
