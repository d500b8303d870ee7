import { lawChangeOf, predictorRecord } from "../predictor_options.ts";
import { type SampleBlock, sequencesOf } from "./sample_blocks.ts";
import type { SampleFormat } from "./sample_format.ts";

/**
 * The whole answer as one document, written as it is drawn. Its lists of sequences and of texts come
 * one after the other, so a text is drawn twice: that takes time where keeping it would take memory.
 */
export const jsonFormat: SampleFormat = {
  name: "json",
  summary: "--json",
  async *pieces(
    { source, record: how, policy, predictor, seed },
    draw,
  ): AsyncGenerator<string, void, void> {
    const { length, record, alphabet } = source;
    const changes = [policy?.changesLaw, lawChangeOf(predictor)].filter((note) =>
      note !== undefined
    );
    const facts = JSON.stringify({
      source: record,
      seed,
      ...how,
      ...(predictor && { predictor: predictorRecord(predictor) }),
      ...(changes.length > 0 && { changesLaw: changes.join(" ") }),
    });
    yield* listed(draw(), {
      length,
      before: `${facts.slice(0, -1)},"samples":[`,
      item: (tokens) => `[${tokens.join(",")}]`,
    });
    if (alphabet !== undefined) {
      yield* listed(draw(), {
        length,
        before: `],"alphabet":${JSON.stringify(alphabet.symbols)},"text":[`,
        item: (tokens) => JSON.stringify(alphabet.decode(tokens)),
      });
    }
    yield "]}\n";
  },
};

/** What comes before a list, and its items with commas between them. */
async function* listed(
  blocks: AsyncIterable<SampleBlock>,
  { length, before, item }: {
    length: number;
    before: string;
    item: (tokens: Int32Array) => string;
  },
): AsyncGenerator<string, void, void> {
  let between = before;
  for await (const block of blocks) {
    const items = Array.from(sequencesOf(block, length), item);
    yield between + items.join(",");
    between = ",";
  }
}
