import type { MeasuredError } from "@unmask/convergence";
import { finiteNumber, nonNegativeNumber, type Notation } from "./notation.ts";

/**
 * A measured error, as `NATS` or `NATS,STANDARD_ERROR`. The number is known to half of the last digit
 * that is written.
 */
export const measuredNotation: Notation<MeasuredError> = {
  rule:
    "an error in nats, and after a comma its standard error of at least 0 where known, as in 0.52,0.01",
  read(text): MeasuredError | undefined {
    const [nats, error, ...rest] = text.split(",").map((part) => part.trim());
    const pathError = finiteNumber.read(nats!);
    if (pathError === undefined || rest.length > 0) return undefined;
    const rounding = halfOfLastDigit(nats!);
    if (error === undefined) return { pathError, rounding };
    const standardError = nonNegativeNumber.read(error);
    return standardError === undefined ? undefined : { pathError, standardError, rounding };
  },
};

/** Half of one in the last digit of a decimal number as written; a bare 0 is taken as exact. */
function halfOfLastDigit(text: string): number {
  const [digits, exponent = "0"] = text.toLowerCase().split("e");
  if (Number(digits) === 0) return 0;
  const decimals = digits!.split(".")[1]?.length ?? 0;
  // 1.0000001: the number and its half digit are both rounded to binary.
  return 1.0000001 * 10 ** (Number(exponent) - decimals) / 2;
}
