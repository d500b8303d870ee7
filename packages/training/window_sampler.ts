import type { SequenceSampler } from "@unmask/information";
import type { Windows } from "@unmask/language";

/**
 * The law of a window of some documents, every place equally likely.
 *
 * @param windows The windows
 * @param options `vocabularySize` of their tokeniser
 * @returns A sampler, to train on. O(L) a draw
 */
export function windowSampler(
  windows: Windows,
  { vocabularySize }: { vocabularySize: number },
): SequenceSampler {
  return {
    length: windows.length,
    vocabularySize,
    draw: (stream, out) => out.set(windows.random({ count: 1, stream })),
  };
}
