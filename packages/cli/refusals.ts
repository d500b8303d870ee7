import { match, strictEqual } from "node:assert/strict";
import { type MemoryWorld, runInMemory } from "./memory_io.ts";

/** A command line that must be refused, and words of its message. */
export type Refusal = readonly [args: readonly string[], words: RegExp];

/**
 * Asserts that each command line is refused as bad input: status 2, nothing on standard output, and
 * one line on standard error that reads "unmask: Cannot ..".
 *
 * @param refusals Command lines with the words that their message must have
 * @param world Files that they may name
 */
export async function assertRefused(
  refusals: readonly Refusal[],
  world: MemoryWorld = {},
): Promise<void> {
  for (const [args, words] of refusals) {
    const { status, output, errors } = await runInMemory(args, world);
    const told = `unmask ${args.join(" ").slice(0, 200)}\n${errors}`;
    match(errors, /^unmask: Cannot [^\p{Cc}]+\n$/u, told);
    match(errors, words, told);
    strictEqual(status, 2, told);
    strictEqual(output, "", told);
  }
}
