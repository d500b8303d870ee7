import type { LinearForm } from "@unmask/convergence";
import { BadInput, shown } from "./bad_input.ts";
import type { Io } from "./io.ts";
import { readJsonFile } from "./read_json_file.ts";

/**
 * Reads the right side of a user's claim: the coefficients `b_1 .. b_L` of `Z_1 .. Z_L`.
 *
 * @param path JSON file: an array of integers and of fractions "p/q" as text
 * @param io Where files are read
 * @returns The form over one common denominator, exactly
 * @throws {BadInput} On another shape, a number that is no safe integer, or a text that is no
 *   fraction
 */
export async function readCoefficients(path: string, io: Io): Promise<LinearForm> {
  const { array, number, string, union } = await import("valibot");
  const rule = 'an integer or a fraction "p/q"';
  const schema = array(union([number(rule), string(rule)], rule), "an array of coefficients");
  const { contents } = await readJsonFile(path, { schema }, io);
  const fractions = contents.map((written, j) => {
    const fraction = readFraction(written);
    if (fraction === undefined) {
      throw new BadInput(
        `Cannot read ${shown(path)}: [${j}] must be ${rule}, got ${shown(String(written))}`,
      );
    }
    return fraction;
  });
  const denominator = fractions.reduce(
    (product, { denominator }) =>
      product / greatestCommonDivisor(product, denominator) * denominator,
    1n,
  );
  return {
    numerators: fractions.map((f) => f.numerator * (denominator / f.denominator)),
    denominator,
  };
}

function readFraction(
  written: number | string,
): { numerator: bigint; denominator: bigint } | undefined {
  if (typeof written === "number") {
    return Number.isSafeInteger(written)
      ? { numerator: BigInt(written), denominator: 1n }
      : undefined;
  }
  const [, numerator, denominator = "1"] =
    /^(-?\d{1,1000})(?:\/([1-9]\d{0,999}))?$/.exec(written) ?? [];
  return numerator === undefined
    ? undefined
    : { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
