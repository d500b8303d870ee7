import { deepStrictEqual, rejects, strictEqual } from "node:assert/strict";
import { turnstile } from "./turnstile.ts";

Deno.test("turnstile() lets so many tasks run at a time, in order, and goes on after a failure", async () => {
  const turn = turnstile(2);
  const events: string[] = [];
  let running = 0;
  let most = 0;
  const task = (name: string) => async (): Promise<string> => {
    events.push(name);
    most = Math.max(most, ++running);
    await new Promise((wake) => setTimeout(wake));
    running--;
    if (name === "b") throw new Error("b fails");
    return name;
  };
  const results = ["a", "b", "c", "d", "e"].map((name) => turn(task(name)));
  await rejects(results[1]!, /b fails/);
  deepStrictEqual(await Promise.all(results.filter((_, i) => i !== 1)), ["a", "c", "d", "e"]);
  deepStrictEqual(events, ["a", "b", "c", "d", "e"]);
  strictEqual(most, 2);
});
