import { BlockingDevice, type NetworkDevice } from "./blocking_device.ts";
import type { DeviceQuestion } from "./device_answers.ts";
import type { Engine } from "./engine.ts";
import type { Question } from "./question.ts";

/** Names and kinds of engines by their device. */
const engines: Readonly<Record<NetworkDevice, Pick<Engine<never, never>, "name" | "kind">>> = {
  // WebAssembly as well, but what sets it apart is that it has all cores.
  wasm: { name: "all threads", kind: "workers" },
  webgpu: { name: "graphics adapter", kind: "adapter" },
};

/**
 * An engine that asks a device in its thread.
 *
 * @param device The device
 * @param options The `question`; what the engine `handles`, everything by default; `read`, its answer
 *   from numbers that are copied when they are asked for
 * @returns The engine
 */
export function deviceEngine<Task, Answer>(
  device: NetworkDevice,
  { question, handles = () => true, read }: {
    question: Question<Task, Answer>;
    handles?: (task: Task) => boolean;
    read: (numbers: () => Float64Array) => Answer;
  },
): Engine<Task, Answer> {
  return {
    ...engines[device],
    question,
    handles,
    start: () => BlockingDevice.of(device).ready(),
    prepare: (task) => {
      const blocking = BlockingDevice.of(device);
      const asked = { question: question.name, task } as unknown as DeviceQuestion;
      return () => {
        blocking.ask(asked);
        return read(() => blocking.answer());
      };
    },
  };
}
