import { deepStrictEqual, match, strictEqual, throws } from "node:assert/strict";
import fc from "fast-check";
import { testTheorem, type Theorem, theoremTests } from "./theorem.ts";

/** How each test of a theorem ends, by name: "ok" or the error's message. */
function outcomesOf<Value>(theorem: Theorem<Value>): Record<string, string> {
  return Object.fromEntries(
    theoremTests(theorem).map(({ name, run }) => {
      try {
        run();
        return [name, "ok"];
      } catch (error) {
        return [name, error instanceof Error ? error.message : String(error)];
      }
    }),
  );
}

/** Reading PROPERTY_RUNS and PROPERTY_SEED needs a permission that plain runs do not give. */
const ignore = Deno.permissions.querySync({ name: "env" }).state !== "granted";

function assertNotNegative(value: number): void {
  if (value < 0) throw new Error(`${value} is negative`);
}

const squares: Theorem<number> = {
  name: "a square is not negative",
  arbitrary: fc.integer({ min: -50, max: 50 }),
  statement: (value) => assertNotNegative(value * value),
  mutants: { "a cube": (value) => assertNotNegative(value ** 3) },
};

Deno.test({
  name: "testTheorem() passes a theorem that holds and whose mutants it refutes",
  ignore,
  fn(): void {
    deepStrictEqual(outcomesOf(squares), {
      "a square is not negative": "ok",
      "a square is not negative: refutes a cube": "ok",
    });
  },
});

Deno.test({
  name: "testTheorem() fails a false theorem, with its least counterexample",
  ignore,
  fn(): void {
    const outcomes = outcomesOf({ ...squares, statement: squares.mutants["a cube"]! });
    match(outcomes["a square is not negative"]!, /Counterexample: \[-1\]/);
  },
});

Deno.test({
  name: "testTheorem() fails a mutant that survives: its search would find nothing",
  ignore,
  fn(): void {
    const outcomes = outcomesOf({ ...squares, mutants: { "the theorem": squares.statement } });
    strictEqual(
      outcomes["a square is not negative: refutes the theorem"],
      'the mutant "the theorem" survived 1000 cases',
    );
  },
});

Deno.test("testTheorem() refuses a theorem without a mutant", () => {
  throws(() => testTheorem({ ...squares, mutants: {} }), {
    message: "Cannot test a theorem without a mutant: a square is not negative",
  });
});
