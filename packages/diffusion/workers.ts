/**
 * The fast sampler on many cores. Apart from the rest, since it starts Web Workers from a file of its own.
 *
 * @module
 */
export { SamplingWorkers, WORKER_LIMIT } from "./sampling_workers.ts";
