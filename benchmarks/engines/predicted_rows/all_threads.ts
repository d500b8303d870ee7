import { deviceEngine } from "../../device_engine.ts";
import { predictedRows } from "../../questions/predicted_rows.ts";

/** All states in one evaluation, in WebAssembly on all cores. */
export const engine = deviceEngine("wasm", {
  question: predictedRows,
  read: (numbers) => numbers,
});
