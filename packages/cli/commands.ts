import type { Command } from "./command.ts";
import { corporaCommand } from "./commands/corpora.ts";
import { curveCommand } from "./commands/curve.ts";
import { decideCommand } from "./commands/decide.ts";
import { errorCommand } from "./commands/error.ts";
import { exportCommand } from "./commands/export.ts";
import { frontierCommand } from "./commands/frontier.ts";
import { measureCommand } from "./commands/measure.ts";
import { planCommand } from "./commands/plan.ts";
import { sampleCommand } from "./commands/sample.ts";
import { trainCommand } from "./commands/train.ts";

/** Every command, in the fixed order of help pages and messages. */
export const commands: readonly Command[] = [
  curveCommand,
  errorCommand,
  planCommand,
  frontierCommand,
  decideCommand,
  sampleCommand,
  corporaCommand,
  trainCommand,
  measureCommand,
  exportCommand,
];
