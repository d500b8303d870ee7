import { strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { LowerEnvelope } from "./lower_envelope.ts";

/**
 * A line to add, by how much its slope falls, and whether to ask for the lowest after it. Small
 * integers: values are exact, and parallel and concurrent lines are common.
 */
const additions = fc.array(
  fc.record({
    fall: fc.integer({ min: 0, max: 2 }),
    intercept: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 0, max: 400 }) },
      { weight: 1, arbitrary: fc.constant(Infinity) },
    ),
    asks: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
);

Deno.test("LowerEnvelope has the lowest of all lines added so far, ties and infinities included", () => {
  let asked = 0;
  fc.assert(
    fc.property(additions, (sequence) => {
      const envelope = new LowerEnvelope(sequence.length);
      const lines: { slope: number; intercept: number }[] = [];
      let slope = 0;
      sequence.forEach(({ fall, intercept, asks }, index) => {
        slope -= fall;
        // As in a layer of the program, the first line is a finite one.
        const line = { slope, intercept: index === 0 ? 0 : intercept };
        lines.push(line);
        envelope.add(index, line);
        if (!asks) return;
        const point = index + 1;
        const values = lines.map((each) => each.intercept + each.slope * point);
        strictEqual(values[envelope.lowestAt(point)], Math.min(...values));
        asked++;
      });
    }),
    { seed: 91, numRuns: 500 },
  );
  strictEqual(asked > 1000, true, `asked ${asked} times`);
});

Deno.test("LowerEnvelope is empty again once cleared", () => {
  const envelope = new LowerEnvelope(2);
  envelope.add(0, { slope: 0, intercept: 0 });
  envelope.add(1, { slope: -1, intercept: 0 });
  strictEqual(envelope.lowestAt(5), 1);
  envelope.clear();
  envelope.add(7, { slope: 0, intercept: 9 });
  strictEqual(envelope.lowestAt(1), 7);
});
