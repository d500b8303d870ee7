import type { World } from "./command.ts";

/** How often it is looked whether Ctrl-C was pressed, in milliseconds. */
const LOOK_EVERY = 100;

/**
 * Does work that waits for others, and ends it where the user presses Ctrl-C.
 *
 * @param work Does it until the signal is aborted, and leaves nothing behind then
 * @param world Where Ctrl-C is heard
 * @returns What the work gives
 * @throws {Interrupted} When it was pressed, after the work has ended
 */
export async function interruptible<T>(
  work: (signal: AbortSignal) => Promise<T>,
  { pause }: Pick<World, "pause">,
): Promise<T> {
  const controller = new AbortController();
  let ended = false;
  const running = work(controller.signal).finally(() => ended = true);
  const settled = running.then(() => {}, () => {});
  while (!ended) {
    try {
      await Promise.race([settled, pause(LOOK_EVERY)]);
    } catch (interrupted) {
      controller.abort(interrupted);
      await settled;
      throw interrupted;
    }
    // A pause that takes no time must not keep answers from arriving.
    if (!ended) await new Promise((wake) => setTimeout(wake));
  }
  return await running;
}
