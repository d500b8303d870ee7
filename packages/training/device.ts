import { defaultDevice, getWebGPUDevice, init, numpy as np } from "@jax-js/jax";

/** Where a network is computed. */
export type Device = "wasm" | "webgpu";

/** A device that was tried. */
export interface OpenDevice {
  /** Its kind. */
  readonly device: Device;
  /** What it is, for people: the threads, or the adapter. */
  readonly description: string;
}

/**
 * Makes a device the one that networks are computed on, after trying it.
 *
 * `auto` takes a graphics adapter where there is a real one that computes rightly, and WebAssembly on
 * all cores elsewhere. An adapter that emulates one on the processor is slower than WebAssembly and is
 * taken only where `webgpu` is asked for.
 *
 * @param wanted Which one
 * @returns What was opened
 * @throws {RangeError} When `webgpu` is asked for and there is none, or it fails its test
 */
export async function openDevice(wanted: Device | "auto" = "auto"): Promise<OpenDevice> {
  if (wanted !== "wasm") {
    const tried = await tryWebGpu();
    if (tried.usable && (wanted === "webgpu" || !tried.emulated)) {
      return { device: "webgpu", description: tried.description };
    }
    defaultDevice("wasm");
    if (wanted === "webgpu") {
      throw new RangeError(
        `Cannot use WebGPU: there must be an adapter that computes rightly, got ${tried.description}`,
      );
    }
  }
  await init("wasm");
  defaultDevice("wasm");
  const threads = navigator.hardwareConcurrency;
  return {
    device: "wasm",
    description: `WebAssembly, ${threads} thread${threads === 1 ? "" : "s"}`,
  };
}

/** Names of adapters that run on the processor. */
const EMULATED = /llvmpipe|lavapipe|swiftshader|software|basic render/i;

interface Tried {
  readonly usable: boolean;
  readonly emulated: boolean;
  readonly description: string;
}

async function tryWebGpu(): Promise<Tried> {
  const none = { usable: false, emulated: false, description: "none" };
  const adapter = await navigator.gpu?.requestAdapter();
  if (!adapter) return none;
  const { info } = adapter;
  const description = info.description || info.device || info.vendor || "an unnamed adapter";
  const emulated = EMULATED.test(`${description} ${info.vendor}`);
  try {
    const opened = await init("webgpu");
    if (!opened.includes("webgpu")) return none;
    getWebGPUDevice();
    defaultDevice("webgpu");
    const { right, isnan } = await selfTest();
    const verdict = right
      ? isnan ? "" : " (its isnan is wrong, which nothing here uses)"
      : ", which fails its self-test";
    return { usable: right, emulated, description: `${description}${verdict}` };
  } catch (error) {
    return {
      usable: false,
      emulated,
      description: `${description}, which fails: ${(error as Error).message}`,
    };
  }
}

/** What a device gets right. */
export interface SelfTest {
  /** Products, exponentials, and that what is no number stays none in a sum. */
  readonly right: boolean;
  /** Whether `isnan` tells what is no number: drivers compile the comparison away. */
  readonly isnan: boolean;
}

/**
 * Tries the open device on numbers whose results are known.
 *
 * A run that diverges is recognised by its loss, which is looked at outside of the device; so NaN must
 * come through arithmetic, and `isnan` may be wrong.
 *
 * @returns What it gets right
 */
export async function selfTest(): Promise<SelfTest> {
  const matrix = np.array([[1, 2], [3, 4]]);
  const square = await np.matmul(matrix.ref, matrix).data();
  const huge = await np.exp(np.array([-1000, 0])).data();
  const values = np.array([1, NaN, Infinity, -2]);
  const nans = await np.isnan(values.ref).data();
  const sum = await values.mul(2).sum().data();
  return {
    right: [...square].join() === "7,10,15,22" && huge[0] === 0 &&
      Math.abs(huge[1]! - 1) < 1e-6 && Number.isNaN(sum[0]),
    isnan: [...nans].map(Number).join() === "0,1,0,0",
  };
}
