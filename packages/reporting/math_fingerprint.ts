// Inputs per function: two engines that differ on 1% of the values would agree on all by chance with
// probability 0.99^3072 < 1e-13.
const INPUTS = 512;

/**
 * Fingerprint of the Math functions of this engine.
 *
 *     FNV-1a, 64 bits, over the bytes of log, exp, log1p, expm1, sin and pow at 512 fixed inputs each
 *
 * ECMAScript leaves the last bits of these functions to the engine, and engines differ. Results with the same
 * fingerprint can be compared bit for bit; with different ones, to a tolerance. A few milliseconds.
 *
 * @returns 16 hexadecimal digits, the same on every call
 * @see https://tc39.es/ecma262/#sec-function-properties-of-the-math-object; http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function mathFingerprint(): string {
  const view = new DataView(new ArrayBuffer(8));
  let hash = 0xcbf29ce484222325n;
  const add = (value: number): void => {
    view.setFloat64(0, value, true);
    for (let byte = 0; byte < 8; byte++) {
      hash = BigInt.asUintN(64, (hash ^ BigInt(view.getUint8(byte))) * 0x100000001b3n);
    }
  };
  for (let i = 0; i < INPUTS; i++) {
    // Exact in binary and spread over (0, 8), so that every engine starts from the same inputs.
    const x = ((i * 317) % INPUTS + 0.5) / 64;
    add(Math.log(x));
    add(Math.exp(x - 4));
    add(Math.log1p(x / 8));
    add(Math.expm1(x - 4));
    add(Math.sin(x));
    add(Math.pow(x, 0.3125));
  }
  return hash.toString(16).padStart(16, "0");
}
