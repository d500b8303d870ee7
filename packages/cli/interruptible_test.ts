import { rejects, strictEqual } from "node:assert/strict";
import { Interrupted } from "./interrupts.ts";
import { interruptible } from "./interruptible.ts";

const later = (milliseconds: number): Promise<void> =>
  new Promise((wake) => setTimeout(wake, milliseconds));

Deno.test("interruptible() gives what the work gives, or throws, though pauses take no time", async () => {
  const pause = (): Promise<void> => Promise.resolve();
  strictEqual(await interruptible(async () => (await later(5), 7), { pause }), 7);
  await rejects(
    interruptible(async () => (await later(5), Promise.reject(new Error("lost"))), { pause }),
    /lost/,
  );
});

Deno.test("interruptible() waits for the work to end when it is interrupted, and then says so", async () => {
  let pauses = 0;
  let ended = false;
  const pause = async (): Promise<void> => {
    await later(1);
    if (++pauses === 3) throw new Interrupted("SIGINT");
  };
  const work = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) await later(1);
    await later(5);
    ended = true;
  };
  await rejects(interruptible(work, { pause }), { name: "Interrupted" });
  strictEqual(ended, true);
});
