import { deepStrictEqual, match, ok, rejects } from "node:assert/strict";
import { openDevice, selfTest } from "./device.ts";

Deno.test("WebAssembly computes rightly, and says on how many threads", async () => {
  const { device, description } = await openDevice("wasm");
  deepStrictEqual(device, "wasm");
  match(description, /^WebAssembly, \d+ threads?$/);
  deepStrictEqual(await selfTest(), { right: true, isnan: true });
});

Deno.test("an adapter that emulates one is taken only when it is asked for, and none is refused", async () => {
  const adapter = await navigator.gpu?.requestAdapter();
  if (!adapter) {
    await rejects(openDevice("webgpu"), /must be an adapter that computes rightly, got none$/);
    deepStrictEqual((await openDevice("auto")).device, "wasm");
    return;
  }
  const asked = await openDevice("webgpu");
  deepStrictEqual(asked.device, "webgpu");
  ok(asked.description.length > 0);
  const found = await openDevice("auto");
  const emulated = /llvmpipe|swiftshader/i.test(asked.description);
  deepStrictEqual(found.device, emulated ? "wasm" : "webgpu");
});
