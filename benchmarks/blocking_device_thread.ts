/**
 * The thread behind `BlockingDevice`: opens the device, asks it, and keeps its last answer.
 *
 * @module
 */
import { workerData } from "node:worker_threads";
import { openDevice } from "@unmask/training";
import type { DeviceRequest, NetworkDevice } from "./blocking_device.ts";
import { DeviceAnswers } from "./device_answers.ts";
import { answerWaiting } from "./waited_thread.ts";

const opened = openDevice(workerData as NetworkDevice);
const answers = new DeviceAnswers();
let last: ArrayLike<number> = [];

answerWaiting(async (request: DeviceRequest) => {
  if ("asked" in request) last = await answers.answer(request.asked);
  else request.copy.set(last);
  return last.length;
}, opened);
