import { bar } from "../bars.ts";
import { type Answer, type Command, command } from "../command.ts";
import { commonOptions, DEFAULT_SEED, isotonicOption, sourceOption } from "../common_options.ts";
import { fewOf } from "../few_of.ts";
import { frontierOfLosses } from "../frontier_of_losses.ts";
import { countText, natsText, percentText } from "../number_text.ts";
import { estimateOf } from "../estimate_of.ts";
import { openSource } from "../open_source.ts";
import { exactness } from "../exactness.ts";
import { sourceText } from "../source_text.ts";
import { tableText } from "../table_text.ts";
import { wrapText } from "../wrap_text.ts";

/** `frontier`: the least path error for every number of steps. */
export const frontierCommand: Command = command({
  name: "frontier",
  summary: "the least error for every number of steps",
  description:
    "The least path error for each number of iterations, from the total correlation at 1 to 0 at the length: what a further iteration is worth. Beyond 4096 tokens the corners of the frontier, between which it is a straight line; hundreds of them where there are more than can be found in some ten seconds.",
  examples: [
    "unmask frontier --source potts-chain:length=64,states=4,coupling=3",
    "unmask frontier --source copies:length=16,states=2 --json",
  ],
  options: { source: sourceOption, isotonic: isotonicOption, ...commonOptions },
  async answer(values, { io, messages }): Promise<Answer> {
    const source = await openSource(values.source, io, values);
    const estimate = await estimateOf(source, { ...values, messages });
    if (estimate !== undefined) {
      messages.show("planning on the log and on its halves");
      return await frontierOfLosses(source, estimate, { seed: values.seed ?? DEFAULT_SEED });
    }
    const { frontier, FRONTIER_LENGTH_LIMIT, frontierCorners } = await import(
      "@unmask/convergence"
    );
    messages.show("computing the information curve");
    const curve = await source.curve();
    messages.show("planning for every number of steps");
    const atEveryStep = curve.length <= FRONTIER_LENGTH_LIMIT;
    const { points, complete } = atEveryStep
      ? { points: frontier(curve), complete: true }
      : frontierCorners(curve, {
        onCorner: (found, share) => {
          if (found % 64 === 0) {
            messages.show(`${countText(found, "corner")}, ${percentText(share)} of the work`);
          }
        },
      });
    return {
      document: { ...(source.altered !== undefined && exactness(source)), points, complete },
      print(columns): string {
        const most = points[0]!.pathError;
        // Of corners, the first from each of those steps on.
        const shown = new Set(
          fewOf(1, curve.length).map((steps) => points.find((point) => point.steps >= steps)!),
        );
        const rows = [...shown].map(({ steps, pathError }) => {
          const share = most > 0 ? pathError / most : 0;
          return [
            `${steps}`,
            natsText(pathError),
            percentText(share),
            bar(share, 32).padEnd(32),
          ];
        });
        const note = atEveryStep ? "" : wrapText(
          complete
            ? `All ${points.length} corners are with --json; between two of them the least error is a straight line.`
            : `${points.length} corners of the frontier, which has more; all of these are with --json. Between two of them the least error lies below the straight line.`,
          { columns },
        );
        return sourceText(source, columns) +
          tableText(["steps", "path error nats", "of one step", ""], rows) +
          (note === "" ? "" : `\n${note}`);
      },
    };
  },
});
