import type { Cell, ClaimMaker } from "../claim_maker.ts";
import {
  type CheckpointLoader,
  type CheckpointName,
  checkpointsOf,
  type Design,
  fileOf,
  type LoadedCheckpoint,
  SEED,
} from "./design.ts";
import { trainingFigure } from "./figure.ts";
import { judgeTrainingErrors } from "./judge.ts";
import type { Result } from "./result.ts";
import { checkpointRows, measuredRows } from "./rows.ts";
import { newsTeachers, type Teacher } from "./teachers.ts";

const LENGTH = 64;

/** The models of the report: two teachers, three sizes, several training times. */
export const newsDesign: Design = {
  length: LENGTH,
  teachers: newsTeachers({ length: LENGTH, seed: SEED }),
  models: ["width 24", "width 48", "width 96"],
  trainings: [100, 400, 1600],
  profile: { draws: 252, groups: 9 },
  measuredStates: 3072,
};

/**
 * The claim on training errors of models that were trained on laws that are known exactly.
 *
 * @param load Reads a trained model from its file
 * @param design What was trained, that of the report by default
 * @returns The claim
 */
export function trainingErrorClaim(
  load: CheckpointLoader,
  design: Design = newsDesign,
): ClaimMaker<Result> {
  const made = new Map<string, Promise<Teacher>>();
  // Each teacher is made once, by the first cell that needs it.
  const teacherOf = (name: string): Promise<Teacher> => {
    const teacher = made.get(name) ?? design.teachers[name]!();
    made.set(name, teacher);
    return teacher;
  };
  const checkpoints = checkpointsOf(design);
  return {
    key: "training-error",
    seed: SEED,
    full: {
      inputs: [
        "design.ts",
        "make.ts",
        "rows.ts",
        "teachers.ts",
        "load_checkpoint.ts",
        ...checkpoints.map((name) => fileOf(name, design)),
      ],
    },
    columns: [
      { key: "part", label: "Row" },
      { key: "teacher", label: "Teacher" },
      { key: "model", label: "Model" },
      { key: "parameters", label: "Parameters" },
      { key: "trained", label: "Steps of training" },
      { key: "steps", label: "Steps T" },
      { key: "samplingError", label: "Sampling error", unit: "nats" },
      { key: "samplingStandardError", label: "Its standard error", unit: "nats" },
      { key: "trainingError", label: "Training error", unit: "nats" },
      { key: "trainingStandardError", label: "Its standard error", unit: "nats" },
      { key: "low", label: "95% from", unit: "nats" },
      { key: "high", label: "to", unit: "nats" },
      { key: "measured", label: "Path error, measured", unit: "nats" },
      { key: "measuredStandardError", label: "Its standard error", unit: "nats" },
      { key: "bound", label: "Bound" },
      { key: "kind", label: "Kind" },
      { key: "boundValue", label: "Bound without training error", unit: "nats" },
    ],
    cells: checkpoints.map((name): Cell<Result> => ({
      label: `${name.teacher}, ${name.model}, ${name.trained} steps`,
      results: async () => {
        const file = fileOf(name, design);
        const model = await load(new URL(file, import.meta.url));
        try {
          checkTrained(file, name, model);
          const examined = { design, name, teacher: await teacherOf(name.teacher), model };
          const { rows, profile } = await checkpointRows(examined);
          return isLast(design, name) ? [...rows, ...await measuredRows(examined, profile)] : rows;
        } finally {
          model.dispose?.();
        }
      },
    })),
    judge: judgeTrainingErrors,
    figure: trainingFigure,
  };
}

/** Whether it is the largest model at the end of its training, which is measured directly too. */
function isLast({ models, trainings }: Design, { model, trained }: CheckpointName): boolean {
  return model === models.at(-1) && trained === trainings.at(-1);
}

function checkTrained(
  file: string,
  { teacher, trained }: CheckpointName,
  model: LoadedCheckpoint,
): void {
  if (model.teacher !== teacher || model.steps !== trained) {
    throw new RangeError(
      `Cannot report ${file}: it must be trained on ${teacher} for ${trained} steps, got ${model.teacher} and ${model.steps}`,
    );
  }
}
