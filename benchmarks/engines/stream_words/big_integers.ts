import type { Engine } from "../../engine.ts";
import { threefryBlock } from "../../naive/threefry_big_integers.ts";
import { type StreamRun, streamWords } from "../../questions/stream_words.ts";

/** Most words: a few hundredths of a second. */
const WORDS = 2 ** 12;

/** The documented key and the documented blocks, both in big integers. */
export const engine: Engine<StreamRun, ArrayLike<number>> = {
  name: "big integers",
  kind: "naive",
  question: streamWords,
  handles: ({ words }) => words <= WORDS,
  prepare: ({ family, sample, words }) => {
    const key = familyKey(family);
    return () => {
      const blocks = Math.ceil(words / 2);
      return Array.from({ length: blocks }, (_, block) => threefryBlock(key, [sample, block]))
        .flat().slice(0, words);
    };
  },
};

/**
 * The hash of what a stream is for: `h := E_h(m) xor m` over blocks of 8 bytes, which are the seed,
 * the lengths of the texts, and the texts in UTF-8, each padded with zeros to whole blocks.
 */
function familyKey({ seed, cell, purpose }: StreamRun["family"]): [number, number] {
  const texts = [cell, purpose].map((text) => new TextEncoder().encode(text));
  const message = [seed % 2 ** 32, Math.floor(seed / 2 ** 32), ...texts.map((text) => text.length)];
  for (const text of texts) {
    const padded = new Uint8Array(8 * Math.ceil(text.length / 8));
    padded.set(text);
    const view = new DataView(padded.buffer);
    for (let at = 0; at < padded.length; at += 4) message.push(view.getUint32(at, true));
  }
  const start = new DataView(new TextEncoder().encode("unmask/1").buffer);
  let key: [number, number] = [start.getUint32(0, true), start.getUint32(4, true)];
  for (let at = 0; at < message.length; at += 2) {
    const [first, second] = [message[at]!, message[at + 1]!];
    const [x, y] = threefryBlock(key, [first, second]);
    key = [(x ^ first) >>> 0, (y ^ second) >>> 0];
  }
  return key;
}
