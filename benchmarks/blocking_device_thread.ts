/**
 * The thread behind `BlockingDevice`: opens the device, asks it, and keeps its last answer.
 *
 * @module
 */
import { parentPort, workerData } from "node:worker_threads";
import { openDevice } from "@unmask/training";
import type { DeviceRequest, NetworkDevice } from "./blocking_device.ts";
import { DeviceAnswers } from "./device_answers.ts";

const opened = openDevice(workerData as NetworkDevice);
const answers = new DeviceAnswers();
let last: ArrayLike<number> = [];

parentPort!.on("message", async (request: DeviceRequest) => {
  const { flags } = request;
  let outcome = 2;
  try {
    await opened;
    if ("asked" in request) {
      last = await answers.answer(request.asked);
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
