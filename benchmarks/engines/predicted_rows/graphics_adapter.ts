import { deviceEngine } from "../../device_engine.ts";
import { graphicsAdapter } from "../../graphics_adapter.ts";
import { predictedRows } from "../../questions/predicted_rows.ts";

/** All states in one evaluation, on the graphics adapter of the machine, if it has one. */
export const engine = await graphicsAdapter() === null ? null : deviceEngine("webgpu", {
  question: predictedRows,
  read: (numbers) => numbers,
});
