import { deepStrictEqual } from "node:assert/strict";
import type { World } from "../command.ts";
import { measuringProgress } from "./measuring_progress.ts";

Deno.test("progress shows a bar, the states done, their rate and the time left, a few times a second", () => {
  let time = 0;
  const shown: string[] = [];
  const show = measuringProgress({ name: "measuring", states: 2000 }, {
    io: { now: () => time },
    messages: { show: (text: string) => void shown.push(text) },
  } as unknown as World);
  for (
    const [at, done] of [[100, 10], [500, 100], [600, 110], [2000, 1000], [9000, 2000]] as const
  ) {
    time = at;
    show(done);
  }
  deepStrictEqual(shown, [
    "measuring ░░░░░░░░░░░░░░░░░░░░ 0 of 2000 states",
    "measuring █░░░░░░░░░░░░░░░░░░░ 100 of 2000 states",
    // As many in 2 s: as many again in 2 s more.
    "measuring ██████████░░░░░░░░░░ 1000 of 2000 states, 500 a second, 2 s left",
    "measuring ████████████████████ 2000 of 2000 states, 222 a second, 0 s left",
  ]);
});
