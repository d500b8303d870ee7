import type { MeasuredError, ShorterRun } from "@unmask/convergence";
import { BadInput } from "./bad_input.ts";
import type { Io } from "./io.ts";
import { measuredNotation } from "./measured_notation.ts";
import { integer, type Notation } from "./notation.ts";
import { openSource } from "./open_source.ts";

/** A measured error at another length. */
export interface MeasuredAtLength {
  /** Tokens in a sequence there. */
  readonly length: number;
  /** What was measured there, with a standard error. */
  readonly measured: MeasuredError;
}

/** `LENGTH:NATS,STANDARD_ERROR`. */
export const measuredAtLengthNotation: Notation<MeasuredAtLength> = {
  rule: "a length, a colon, an error in nats, a comma and its standard error, as in 64:0.8,0.02",
  read(text): MeasuredAtLength | undefined {
    const [tokens, error, ...rest] = text.split(":");
    const length = integer(1).read(tokens!);
    const measured = error === undefined ? undefined : measuredNotation.read(error);
    if (length === undefined || measured?.standardError === undefined || rest.length > 0) {
      return undefined;
    }
    return { length, measured };
  },
};

/**
 * The run at another length that a growth with length is seen against: the same source and the same
 * size of every iteration.
 *
 * @param text The source as written, with a key `length`
 * @param options `at` what was measured; `sizes` of the longer run; `io`, where files are read
 * @returns Its exact curve, its sizes, and what was measured
 * @throws {BadInput} On sizes that differ, a length that they do not divide or that is not shorter, or
 *   a source whose length is not a key
 */
export async function shorterRunOf(
  text: string,
  { at, sizes, io }: { at: MeasuredAtLength; sizes: readonly number[]; io: Io },
): Promise<ShorterRun> {
  const length = sizes.reduce((sum, size) => sum + size, 0);
  const size = sizes[0]!;
  if (!(at.length < length)) {
    throw new BadInput(
      `Cannot compare lengths: the other length must be below ${length}, got ${at.length}`,
    );
  }
  const other = sizes.find((value) => value !== size);
  if (other !== undefined) {
    throw new BadInput(
      `Cannot compare lengths: all sizes must be equal, got ${size} and ${other}`,
    );
  }
  if (!(at.length % size === 0)) {
    throw new BadInput(
      `Cannot compare lengths: the other length must be a multiple of the size ${size}, got ${at.length}`,
    );
  }
  const written = /^([^:]*:(?:[^,]*,)*?length=)\d+(?=,|$)/;
  const source = written.test(text)
    ? await openSource(text.replace(written, `$1${at.length}`), io)
    : undefined;
  if (source?.length !== at.length) {
    throw new BadInput(
      "Cannot compare lengths: the source must be of a kind with a length of one's own choice",
    );
  }
  return {
    curve: await source.curve(),
    sizes: new Array<number>(at.length / size).fill(size),
    measured: at.measured,
  };
}
