import { ok, strictEqual, throws } from "node:assert/strict";
import { fillWorkspace, WORKSPACE_TABLE, workspaceXLogX } from "./entropy_workspace.ts";

/** Bits after the point of the reference. */
const BITS = 240n;

const one = 1n << BITS;

/** `ln y` for `y` in [1, 2], from the series of the inverse hyperbolic tangent. */
function logarithmOfFixed(y: bigint): bigint {
  const t = ((y - one) << BITS) / (y + one);
  const square = (t * t) >> BITS;
  let sum = 0n;
  let power = t;
  for (let n = 1n; power !== 0n; n += 2n) {
    sum += power / n;
    power = (power * square) >> BITS;
  }
  return 2n * sum;
}

const logarithmOfTwo = logarithmOfFixed(2n * one);

/** `p ln p` to all digits of a double, in big integers. */
function exactXLogX(p: number): number {
  if (p === 0) return 0;
  const bits = new BigUint64Array(Float64Array.of(p).buffer)[0]!;
  const exponent = bits >> 52n;
  const mantissa = (bits & ((1n << 52n) - 1n)) | (1n << 52n);
  const fraction = logarithmOfFixed(mantissa << (BITS - 52n));
  const logarithm = (exponent - 1023n) * logarithmOfTwo + fraction;
  // 60 leading bits of the logarithm: right to 2^-59 of itself.
  const size = BigInt((logarithm < 0n ? -logarithm : logarithm).toString(2).length);
  const shift = size > 60n ? size - 60n : 0n;
  return p * (Number(logarithm >> shift) * 2 ** Number(shift - BITS));
}

/** Largest relative error that the docstring states for one term, with that of the reference. */
const STATED = 1.3e-14 + 3e-16;

/** Refuses a `p ln p` that is further from the exact one than stated. */
function check(p: number, value: number): void {
  const exact = exactXLogX(p);
  ok(Math.abs(value - exact) <= STATED * Math.abs(exact), `${p}: ${value} is not ${exact}`);
}

function xLogXOf(p: number): number {
  fillWorkspace(Float64Array.of(p));
  return workspaceXLogX(0, 1);
}

/** The double after `p` or before it. */
function neighbour(p: number, step: bigint): number {
  const bits = new BigUint64Array(Float64Array.of(p).buffer);
  bits[0]! += step;
  return new Float64Array(bits.buffer)[0]!;
}

/** Masses where something begins or ends: powers of two, rows of the table, 1. */
function* edges(): Generator<number> {
  for (let k = 0; k <= 1022; k += k < 70 ? 1 : 17) yield 2 ** -k;
  yield 2 ** -1022;
  for (let row = 0; row <= 2048; row++) yield 0.5 + row / 4096;
  for (let k = 2; k <= 52; k++) yield 1 - 2 ** -k;
  for (const p of [1e-300, 1e-30, 1e-12, 1 / 3, 1 / Math.E, Math.SQRT1_2, 0.6875, 1 - 1e-12]) {
    yield p;
  }
}

Deno.test("the reference knows ln 2 and ln 3", () => {
  // From tables of constants.
  strictEqual(exactXLogX(2) / 2, 0.69314718055994530942);
  strictEqual(exactXLogX(3) / 3, 1.0986122886681098);
});

Deno.test("workspaceXLogX() is right to 1.3e-14 of itself at edges and beside them", () => {
  for (const p of edges()) {
    for (const step of [-1n, 0n, 1n]) {
      const mass = neighbour(p, step);
      // Below are subnormal numbers, which are not taken; above 1 roundings of 1.
      if (mass >= 2 ** -1022 && mass <= 1) check(mass, xLogXOf(mass));
    }
  }
});

Deno.test("workspaceXLogX() is right where 1 was rounded up", () => {
  for (let n = 1n; n <= 1000n; n += 37n) check(neighbour(1, n), xLogXOf(neighbour(1, n)));
});

Deno.test("workspaceXLogX() is 0 at 0 and 1", () => {
  strictEqual(Math.abs(xLogXOf(0)), 0);
  strictEqual(xLogXOf(1), 0);
});

Deno.test("a logarithm without its last term, or with a spoiled row, is refused by the check", () => {
  // At 1 - 2^-12 the last term is r^4 / 4, 3.6e-12 of the logarithm.
  const p = 1 - 2 ** -12;
  const r = -(2 ** -12);
  const short = p * (r - r ** 2 / 2 + r ** 3 / 3);
  check(p, short - p * r ** 4 / 4);
  throws(() => check(p, short), /is not/);
  // A last bit of ln c that is wrong by 2^-44 of it.
  const inner = 0.8;
  throws(() => check(inner, xLogXOf(inner) * (1 + 2 ** -44)), /is not/);
});

Deno.test("long sums are right to 3e-14 of themselves", () => {
  // Equal terms: every addition rounds the same way.
  const masses = new Float64Array(WORKSPACE_TABLE).fill(1 / 3);
  fillWorkspace(masses);
  const sum = WORKSPACE_TABLE * exactXLogX(1 / 3);
  ok(Math.abs(workspaceXLogX(0, WORKSPACE_TABLE) - sum) <= -3e-14 * sum);
});
