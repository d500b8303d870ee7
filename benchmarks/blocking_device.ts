import { Worker } from "node:worker_threads";
import type { DeviceQuestion } from "./device_answers.ts";

/** Milliseconds until a device that gives no answer is given up. */
const PATIENCE = 120_000;

/** What the thread of a device is told: a question, or to copy what it answered last. */
export type DeviceRequest =
  & ({ readonly asked: DeviceQuestion } | { readonly copy: Float64Array })
  & {
    /** At 0 becomes 1 when that is done, 2 when something went wrong; at 1 how many numbers there are. */
    readonly flags: Int32Array;
  };

/** Where networks are computed: WebAssembly on all cores, or a graphics adapter. */
export type NetworkDevice = "wasm" | "webgpu";

/**
 * A device whose answer is waited for, since what is timed here is a plain call: a thread of its own
 * asks the device, which needs a thread that does not sleep.
 */
export class BlockingDevice {
  static readonly #started = new Map<NetworkDevice, BlockingDevice>();
  readonly #thread: Worker;
  readonly #flags = new Int32Array(new SharedArrayBuffer(8));

  private constructor(device: NetworkDevice) {
    this.#thread = new Worker(new URL("./blocking_device_thread.ts", import.meta.url), {
      workerData: device,
    });
    // The process may end without asking it.
    this.#thread.unref();
  }

  /**
   * A device, opened when first asked for and kept warm.
   *
   * @param device Which one
   * @returns The same one each time
   */
  static of(device: NetworkDevice): BlockingDevice {
    const started = this.#started.get(device) ?? new BlockingDevice(device);
    this.#started.set(device, started);
    return started;
  }

  /**
   * Asks, and waits until the device has answered.
   *
   * @param asked The question
   * @throws {Error} When the device failed, or nothing came for two minutes
   */
  ask(asked: DeviceQuestion): void {
    this.#send({ asked });
  }

  /**
   * Copies what was answered last, slowly: shared memory is written word by word.
   *
   * @returns The numbers
   */
  answer(): Float64Array {
    const copy = new Float64Array(new SharedArrayBuffer(8 * this.#flags[1]!));
    this.#send({ copy });
    return copy;
  }

  #send(request: { asked: DeviceQuestion } | { copy: Float64Array }): void {
    Atomics.store(this.#flags, 0, 0);
    const whole: DeviceRequest = { ...request, flags: this.#flags };
    this.#thread.postMessage(whole);
    Atomics.wait(this.#flags, 0, 0, PATIENCE);
    const state = Atomics.load(this.#flags, 0);
    if (state !== 1) {
      throw new Error(`Cannot ask a device: ${state === 0 ? "no answer came" : "it failed"}`);
    }
  }
}
