import { BlockingRendering } from "../../blocking_rendering.ts";
import type { Engine } from "../../engine.ts";
import {
  type Rendering,
  type RenderingTask,
  reportRendering,
} from "../../questions/report_rendering.ts";

/** `@unmask/reporting`, on a warm thread. */
export const engine: Engine<RenderingTask, Rendering> = {
  name: "one thread",
  kind: "fast",
  question: reportRendering,
  handles: () => true,
  start: () => BlockingRendering.get().ready(),
  prepare(task): () => Rendering {
    const thread = BlockingRendering.get();
    return () => {
      thread.draw(task);
      return { task, text: () => thread.text() };
    };
  },
};
