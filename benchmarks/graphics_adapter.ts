import { openDevice } from "@unmask/training";

let found: Promise<string | null> | undefined;

/**
 * The graphics adapter that networks are computed on where it is there: a real one that computes
 * rightly. One that emulates an adapter on the processor is none.
 *
 * @returns Its name, null where there is none
 */
export function graphicsAdapter(): Promise<string | null> {
  found ??= openDevice("auto").then(async ({ device, description }) => {
    // What this process computes itself, it computes on its processor.
    await openDevice("wasm");
    return device === "webgpu" ? description : null;
  });
  return found;
}
