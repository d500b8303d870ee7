import assert from "node:assert/strict";
import fc from "fast-check";
import type { Arbitrary } from "./arbitrary.ts";
import { loadRegressions, saveRegression } from "./regressions.ts";

/** A statement about a generated value: throws where it is false. */
export type Statement<Value> = (value: Value) => void;

/** A theorem as a test: the statement, and mutants of it that the same test must refute. */
export interface Theorem<Value> {
  /** A sentence that can be false. */
  readonly name: string;
  /** Where cases come from; plain data, so that a counterexample can be kept in a file. */
  readonly arbitrary: Arbitrary<Value>;
  /** The theorem. */
  readonly statement: Statement<Value>;
  /** False neighbours of the theorem, by name: a test that cannot refute them tests nothing. */
  readonly mutants: Readonly<Record<string, Statement<Value>>>;
  /**
   * Folder of kept counterexamples: those of this theorem are tried before the search, and what
   * the search finds is written there.
   */
  readonly regressions?: URL;
}

/** Cases a law by default; `PROPERTY_RUNS` overrides it. */
const DEFAULT_RUNS = 1000;

/** Seed of the search by default; `PROPERTY_SEED` overrides it, "random" frees it. */
const DEFAULT_SEED = 250521400;

/**
 * Registers the tests of a theorem: one that searches for a counterexample to it, and one per
 * mutant that fails unless the same search refutes the mutant.
 *
 * @param theorem The theorem
 * @throws {Error} At registration, when it has no mutant
 */
export function testTheorem<Value>(theorem: Theorem<Value>): void {
  for (const { name, run } of theoremTests(theorem)) Deno.test(name, run);
}

/**
 * The tests of a theorem, not registered yet.
 *
 * @param theorem The theorem
 * @returns The test of the theorem, then those of its mutants
 * @throws {Error} When it has no mutant
 */
export function theoremTests<Value>(theorem: Theorem<Value>): { name: string; run: () => void }[] {
  const { name, arbitrary, statement, mutants, regressions } = theorem;
  if (Object.keys(mutants).length === 0) {
    throw new Error(`Cannot test a theorem without a mutant: ${name}`);
  }
  const itself = {
    name,
    run(): void {
      if (regressions) loadRegressions<Value>(regressions, name).forEach(statement);
      const search = fc.check(fc.property(arbitrary, statement), searchParameters());
      if (!search.failed) return;
      if (regressions && search.counterexample) {
        saveRegression(regressions, { theorem: name, value: search.counterexample[0] });
      }
      throw new assert.AssertionError({ message: fc.defaultReportMessage(search)! });
    },
  };
  const refutations = Object.entries(mutants).map(([mutant, falseStatement]) => ({
    name: `${name}: refutes ${mutant}`,
    run(): void {
      const { failed } = fc.check(fc.property(arbitrary, falseStatement), {
        ...searchParameters(),
        numRuns: DEFAULT_RUNS,
        endOnFailure: true,
      });
      assert.ok(failed, `the mutant "${mutant}" survived ${DEFAULT_RUNS} cases`);
    },
  }));
  return [itself, ...refutations];
}

function searchParameters(): { numRuns: number; seed: number } {
  const seed = Deno.env.get("PROPERTY_SEED");
  return {
    numRuns: integerOf("PROPERTY_RUNS", { value: Deno.env.get("PROPERTY_RUNS"), least: 1 }) ??
      DEFAULT_RUNS,
    seed: seed === "random"
      ? crypto.getRandomValues(new Int32Array(1))[0]!
      : integerOf("PROPERTY_SEED", { value: seed, least: -(2 ** 31) }) ?? DEFAULT_SEED,
  };
}

/** A misspelt number of runs must not become a search of no cases, which finds nothing. */
function integerOf(
  name: string,
  { value, least }: { value: string | undefined; least: number },
): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!(Number.isSafeInteger(number) && number >= least && value.trim() !== "")) {
    throw new RangeError(
      `Cannot search: ${name} must be an integer of at least ${least}, got "${value}"`,
    );
  }
  return number;
}
