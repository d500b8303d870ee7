import type { LinearForm } from "@unmask/convergence";
import { BadInput, shown } from "./bad_input.ts";
import type { Io } from "./io.ts";
import { readJsonFile } from "./read_json_file.ts";

/** Most digits of the common denominator of all fractions; one text may be twice as long. */
const DIGITS_LIMIT = 1000;

/** What a coefficient may be. */
const rule = 'an integer below 2^53, or "p" or "p/q" as text';

interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * Reads the right side of a user's claim: the coefficients `b_1 .. b_L` of `Z_1 .. Z_L`.
 *
 * @param path JSON file: an array of integers, and of integers and fractions "p/q" as text
 * @param io Where files are read
 * @returns The form over one common denominator, exactly
 * @throws {BadInput} On another shape, a number that is no safe integer, a text that is no
 *   fraction, or fractions whose common denominator is too long
 */
export async function readCoefficients(path: string, io: Io): Promise<LinearForm> {
  const { array, number, string, union } = await import("valibot");
  const schema = array(union([number(rule), string(rule)], rule), "an array of coefficients");
  const { contents } = await readJsonFile(path, { schema }, io);
  const fractions = contents.map((written, j): Fraction => {
    const fraction = readFraction(written);
    if (fraction === undefined) {
      throw new BadInput(
        `Cannot read ${shown(path)}: [${j}] must be ${rule}, got ${shown(String(written))}`,
      );
    }
    return fraction;
  });
  const denominator = commonDenominator(fractions);
  if (denominator === undefined) {
    throw new BadInput(
      `Cannot read ${
        shown(path)
      }: the common denominator must have at most ${DIGITS_LIMIT} digits, got more`,
    );
  }
  return {
    numerators: fractions.map((f) => f.numerator * (denominator / f.denominator)),
    denominator,
  };
}

function readFraction(written: number | string): Fraction | undefined {
  if (typeof written === "number") {
    return Number.isSafeInteger(written)
      ? { numerator: BigInt(written), denominator: 1n }
      : undefined;
  }
  const [, numerator, denominator = "1"] = /^(-?(?:0|[1-9]\d*))(?:\/([1-9]\d*))?$/.exec(written) ??
    [];
  if (numerator === undefined || written.length > 2 * DIGITS_LIMIT) return undefined;
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

/** The least common multiple of the denominators, or undefined where it is too long. */
function commonDenominator(fractions: readonly Fraction[]): bigint | undefined {
  const greatest = 10n ** BigInt(DIGITS_LIMIT);
  let common = 1n;
  for (const { denominator } of fractions) {
    common *= denominator / greatestCommonDivisor(common, denominator);
    if (common >= greatest) return undefined;
  }
  return common;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
