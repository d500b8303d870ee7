import { bar } from "../bars.ts";
import { type Answer, type Command, command } from "../command.ts";
import { commonOptions, DEFAULT_SEED, isotonicOption, sourceOption } from "../common_options.ts";
import { curveOfLosses } from "../curve_of_losses.ts";
import { fewOf } from "../few_of.ts";
import { natsText } from "../number_text.ts";
import { estimateOf } from "../estimate_of.ts";
import { openSource } from "../open_source.ts";
import { exactness } from "../exactness.ts";
import { sourceText } from "../source_text.ts";
import { tableText } from "../table_text.ts";

/** `curve`: the information curve of a law and the four numbers that it determines. */
export const curveCommand: Command = command({
  name: "curve",
  summary: "the information curve of a law",
  description:
    "The information curve f(k): the entropy of a random token when k others are revealed, averaged over which. Every sampling error is a linear function of it.",
  examples: [
    "unmask curve --source potts-chain:length=64,states=4,coupling=1.2",
    "unmask curve --source text:file=novel.txt,length=256 --json > curve.json",
  ],
  options: { source: sourceOption, isotonic: isotonicOption, ...commonOptions },
  async answer(values, { io, messages }): Promise<Answer> {
    const source = await openSource(values.source, io, values);
    const { seed = DEFAULT_SEED } = values;
    // A curve shows what a log says; that it rises is in its notes.
    const estimate = values.isotonic
      ? await estimateOf(source, { ...values, messages })
      : await source.estimate?.({ seed, observe: (text) => messages.show(text) });
    if (estimate !== undefined) return curveOfLosses(source, estimate);
    const { curveMeasures } = await import("@unmask/information");
    messages.show("computing the information curve");
    const curve = await source.curve();
    const measures = curveMeasures(curve);
    const { length, vocabularySize } = source;
    const f = curve.conditionalEntropies;
    return {
      document: {
        source: source.record,
        length,
        vocabularySize,
        ...exactness(source),
        ...measures,
        informationCurve: Array.from(f),
      },
      print(columns): string {
        const named: [string, number][] = [
          ["entropy H", measures.entropy],
          ["total correlation TC", measures.totalCorrelation],
          ["dual total correlation DTC", measures.dualTotalCorrelation],
          ["total mutual information TC + DTC", measures.totalMutualInformation],
        ];
        const rows = fewOf(0, length - 1).map((k) => [
          `${k}`,
          natsText(f[k]!),
          natsText(curve.tokenMutualInformation[k]!),
          f[0]! > 0 ? bar(f[k]! / f[0]!, 24).padEnd(24) : "",
        ]);
        return sourceText(source, columns) +
          tableText(["measure", "nats"], named.map(([name, value]) => [name, natsText(value)])) +
          "\n" +
          tableText(["k revealed", "f(k) nats", "known nats", ""], rows);
      },
    };
  },
});
