/**
 * The thread behind `BlockingRendering`: draws, and keeps what it drew last.
 *
 * @module
 */
import { parentPort } from "node:worker_threads";
import type { RenderingRequest } from "./blocking_rendering.ts";
import { rendered } from "./rendered.ts";

let last = new Uint8Array();

parentPort!.on("message", async (request: RenderingRequest) => {
  const { flags } = request;
  let outcome = 2;
  try {
    if ("task" in request) {
      last = new TextEncoder().encode(await rendered(request.task));
      Atomics.store(flags, 1, last.length);
    } else {
      request.copy.set(last);
    }
    outcome = 1;
  } finally {
    Atomics.store(flags, 0, outcome);
    Atomics.notify(flags, 0);
  }
});
