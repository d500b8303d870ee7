/**
 * The `unmask` command as a function: arguments and an outside world in, an exit status out; and the
 * fonts that it draws pictures with.
 *
 * @module
 */
export { type Io, OutputClosed } from "./io.ts";
export { run } from "./run.ts";
export { systemFonts } from "./system_fonts.ts";
