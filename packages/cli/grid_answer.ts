import { timeGridError } from "@unmask/convergence";
import { timeGrid } from "@unmask/schedules";
import type { Answer, World } from "./command.ts";
import { countText, natsText } from "./number_text.ts";
import type { NamedSource } from "./open_source.ts";
import { sourceText } from "./source_text.ts";
import { wrapText } from "./wrap_text.ts";

/**
 * What a time grid costs: each token is revealed by chance, so the sizes have means only.
 *
 * @param source The law
 * @param fractions Revealed fractions from 0 to 1
 * @param world Where progress is shown
 * @returns The grid, its path error in nats and the expected sizes; no signatures, which need sizes
 */
export async function gridAnswer(
  source: NamedSource,
  fractions: readonly number[],
  { messages }: World,
): Promise<Answer> {
  const grid = timeGrid(fractions);
  messages.show("computing the information curve");
  const curve = await source.curve();
  const expectedSizes = grid.slice(1).map((t, j) => source.length * (t - grid[j]!));
  messages.show("computing the path error");
  const pathError = timeGridError(curve, grid);
  return {
    document: { grid, pathError, expectedSizes, signatures: [] },
    print: (columns) =>
      sourceText(source, columns) +
      wrapText(
        `${countText(expectedSizes.length, "iteration")} at revealed fractions ${
          grid.join(", ")
        }: each token is revealed by chance, of them on average ${
          expectedSizes.map((size) => Number(size.toFixed(2))).join(", ")
        }`,
        { columns, hang: 2 },
      ) +
      `Path error ${natsText(pathError)} nats.\n`,
  };
}
