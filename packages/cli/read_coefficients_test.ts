import { deepStrictEqual, rejects } from "node:assert/strict";
import { BadInput } from "./bad_input.ts";
import type { LinearForm } from "@unmask/convergence";
import type { Io } from "./io.ts";
import { readCoefficients } from "./read_coefficients.ts";

function read(contents: string): Promise<LinearForm> {
  const io: Io = {
    readFile: () => new TextEncoder().encode(contents),
    writeFile: () => {},
    fonts: () => [],
    readChunks: () => [],
    write: () => {},
    writeError: () => {},
    columns: 80,
    interactive: false,
    debug: false,
    screen: undefined,
    now: () => 0,
    sleep: () => Promise.resolve(),
    makeDirectory: () => {},
    lock: () => () => {},
    onInterrupt: () => () => {},
  };
  return readCoefficients("b.json", io);
}

Deno.test("readCoefficients() brings integers and fractions over their least common denominator", async () => {
  deepStrictEqual(await read("[0, -3, 9007199254740991]"), {
    numerators: [0n, -3n, 9007199254740991n],
    denominator: 1n,
  });
  deepStrictEqual(await read('["1/2", "-5/6", 2, "0/7", "12"]'), {
    numerators: [21n, -35n, 84n, 0n, 504n],
    denominator: 42n,
  });
  deepStrictEqual(await read('["2/4", "-0"]'), { numerators: [2n, 0n], denominator: 4n });
  deepStrictEqual(await read("[]"), { numerators: [], denominator: 1n });
  const long = "9".repeat(900);
  deepStrictEqual(await read(`["${long}/7", "1/${long}"]`), {
    numerators: [BigInt(long) * BigInt(long) / gcd(BigInt(long)), 7n / gcd(BigInt(long))],
    denominator: BigInt(long) * 7n / gcd(BigInt(long)),
  });
});

/** The greatest common divisor with 7. */
function gcd(value: bigint): bigint {
  return value % 7n === 0n ? 7n : 1n;
}

Deno.test("readCoefficients() refuses what is no exact number, by its place", async () => {
  const rule = 'must be an integer below 2^53, or "p" or "p/q" as text, got';
  const cases: [string, string][] = [
    ["[0, 1.5]", `Cannot read b.json: [1] ${rule} 1.5`],
    ["[1e300]", `[0] ${rule} 1e+300`],
    ["[9007199254740992]", `[0] ${rule} 9007199254740992`],
    ['["1/0"]', `[0] ${rule} 1/0`],
    ['["1/-2"]', `[0] ${rule} 1/-2`],
    ['["1/02"]', `[0] ${rule} 1/02`],
    ['["007"]', `[0] ${rule} 007`],
    ['["+1"]', `[0] ${rule} +1`],
    ['["1.5"]', `[0] ${rule} 1.5`],
    ['["1e3"]', `[0] ${rule} 1e3`],
    ['["0x10"]', `[0] ${rule} 0x10`],
    ['[" 1"]', `[0] ${rule} " 1"`],
    ['["1/2\\n"]', `[0] ${rule} "1/2\\n"`],
    ['[""]', `[0] ${rule} ""`],
    ["[null]", `[0] ${rule} null`],
    ["[[1]]", `[0] ${rule} an array of 1`],
    ['{"b": 1}', "the document must be an array of coefficients, got an object"],
    ["12", "the document must be an array of coefficients, got 12"],
    ["[1, 2", "the file must be JSON"],
    [`["1/1${"0".repeat(1999)}"]`, `[0] ${rule} 1/1000`],
    [
      `["1/1${"0".repeat(600)}", "1/3${"0".repeat(499)}1", "1/7${"0".repeat(499)}1"]`,
      "the common denominator must have at most 1000 digits, got more",
    ],
  ];
  for (const [contents, words] of cases) {
    await rejects(
      read(contents),
      (error: Error) => error instanceof BadInput && error.message.includes(words),
      `${contents.slice(0, 40)}: ${words}`,
    );
  }
});
