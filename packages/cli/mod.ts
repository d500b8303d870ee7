/**
 * The `unmask` command as a function: arguments and an outside world in, an exit status out.
 *
 * @module
 */
export { type Io, OutputClosed, type Screen, type Signal } from "./io.ts";
export { run } from "./run.ts";
