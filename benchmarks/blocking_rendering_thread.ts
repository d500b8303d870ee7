/**
 * The thread behind `BlockingRendering`: draws, and keeps what it drew last.
 *
 * @module
 */
import type { RenderingRequest } from "./blocking_rendering.ts";
import { rendered } from "./rendered.ts";
import { answerWaiting } from "./waited_thread.ts";

let last = new Uint8Array();

answerWaiting(async (request: RenderingRequest) => {
  if ("task" in request) last = new TextEncoder().encode(await rendered(request.task));
  else request.copy.set(last);
  return last.length;
});
