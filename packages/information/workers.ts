/**
 * Entropies of dense laws on many cores. Apart from the rest, since it starts Web Workers from a file of its own.
 *
 * @module
 */
export { curveInWorkers } from "./curve_in_workers.ts";
export { SUBSET_WORKER_LIMIT, SubsetWorkers } from "./subset_workers.ts";
