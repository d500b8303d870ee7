/**
 * The studio in the browser: the page, or, in the worker that the page makes of the same text, a desk
 * that answers for it.
 *
 * @module
 */
import { replyOf } from "./page/answers.ts";
import { Desk, type DeskQuestion } from "./desk.ts";
import { Studio } from "./page/studio.ts";

if (typeof document === "undefined") {
  const desk = new Desk();
  self.onmessage = ({ data }: MessageEvent<DeskQuestion>): void =>
    self.postMessage(replyOf(desk, data));
} else {
  new Studio().open(location.hash);
}
