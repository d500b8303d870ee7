import type { DeviceQuestion } from "./device_answers.ts";
import { WaitedThread } from "./waited_thread.ts";

/** What the thread of a device is told: a question, or to copy what it answered last. */
export type DeviceRequest = { readonly asked: DeviceQuestion } | { readonly copy: Float64Array };

/** Where networks are computed: WebAssembly on all cores, or a graphics adapter. */
export type NetworkDevice = "wasm" | "webgpu";

/**
 * A device whose answer is waited for, since what is timed here is a plain call: a thread of its own
 * asks the device, which needs a thread that does not sleep.
 */
export class BlockingDevice {
  static readonly #started = new Map<NetworkDevice, BlockingDevice>();
  readonly #thread: WaitedThread<DeviceRequest>;
  #ready: Promise<void> | undefined;
  #answered = 0;

  private constructor(device: NetworkDevice) {
    const module = new URL("./blocking_device_thread.ts", import.meta.url);
    this.#thread = new WaitedThread(module, { purpose: "ask a device", data: device });
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
   * Starts the thread and opens its device.
   *
   * @returns Fulfilled when it answers without delay
   */
  ready(): Promise<void> {
    return this.#ready ??= this.#thread.ready();
  }

  /**
   * Asks, and waits until the device has answered.
   *
   * @param asked The question
   * @throws {Error} When the device failed, or nothing came for two minutes
   */
  ask(asked: DeviceQuestion): void {
    this.#answered = this.#thread.ask({ asked });
  }

  /**
   * Copies what was answered last, slowly: shared memory is written word by word.
   *
   * @returns The numbers
   */
  answer(): Float64Array {
    const copy = new Float64Array(new SharedArrayBuffer(8 * this.#answered));
    this.#thread.ask({ copy });
    return copy;
  }
}
