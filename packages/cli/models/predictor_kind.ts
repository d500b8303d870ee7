import { anyText, finiteNumber, type Notation } from "../notation.ts";
import { valueOption } from "../option.ts";
import { type ModelKind, modelKind, type OpenedModel } from "./model_kind.ts";

/** Seconds to wait for an answer: some milliseconds at least, and what a timer can wait at most. */
const seconds: Notation<number> = {
  rule: "a number of seconds from 0.001 to 2000000",
  read(text): number | undefined {
    const value = finiteNumber.read(text);
    return value !== undefined && value >= 0.001 && value <= 2e6 ? value : undefined;
  },
};

/** Seconds that an answer may take where nothing else is said. */
const TIMEOUT = 60;

/** `--predictor`: a program of the user's that is asked over its standard streams. */
export const predictorKind: ModelKind = modelKind({
  name: "predictor",
  metavar: "COMMAND",
  options: {
    predictor: valueOption("--predictor", {
      notation: anyText,
      metavar: "COMMAND",
      help:
        'a program that answers for your model, as in "python3 predictor.py": one process, one JSON object a line; see docs/tutorials/measure-your-model.md',
    }),
    timeout: valueOption("--timeout", {
      notation: seconds,
      metavar: "SECONDS",
      help:
        `most that an answer of --predictor may take, ${TIMEOUT} by default; it may take ten times as long to start`,
    }),
  },
  async open({ predictor, timeout = TIMEOUT }, { length, signal }): Promise<OpenedModel> {
    const { ProcessModel, shellCommand } = await import("@unmask/measurement/process");
    const model = await ProcessModel.start(shellCommand(predictor!), {
      ...(length !== undefined && { length }),
      timeout: 1000 * timeout,
      signal,
    });
    return {
      model,
      record: { kind: "predictor", name: model.name, command: predictor! },
      restarts: () => model.restarts,
      close: () => model.close(),
    };
  },
});
