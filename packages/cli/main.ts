import { run } from "./run.ts";
import { terminalIo } from "./terminal_io.ts";

if (import.meta.main) Deno.exit(await run(Deno.args, terminalIo()));
