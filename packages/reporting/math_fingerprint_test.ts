import assert from "node:assert/strict";
import { mathFingerprint } from "./math_fingerprint.ts";

Deno.test("mathFingerprint() is 16 hexadecimal digits, the same on every call", () => {
  assert.match(mathFingerprint(), /^[0-9a-f]{16}$/);
  assert.equal(mathFingerprint(), mathFingerprint());
});

for (const name of ["log", "exp", "log1p", "expm1", "sin", "pow"] as const) {
  Deno.test(`mathFingerprint() sees one last bit of Math.${name}`, () => {
    const before = mathFingerprint();
    const original = Math[name] as (...inputs: number[]) => number;
    let calls = 0;
    // Another engine, played by a function that is off by one unit in the last place, once.
    const off = (...inputs: number[]): number => {
      const bits = new BigInt64Array(Float64Array.of(original(...inputs)).buffer);
      if (calls++ === 100) bits[0]! += 1n;
      return new Float64Array(bits.buffer)[0]!;
    };
    (Math as unknown as Record<string, unknown>)[name] = off;
    try {
      assert.notEqual(mathFingerprint(), before);
    } finally {
      (Math as unknown as Record<string, unknown>)[name] = original;
    }
    assert.equal(mathFingerprint(), before);
  });
}
