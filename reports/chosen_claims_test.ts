import assert from "node:assert/strict";
import { chosenClaims } from "./chosen_claims.ts";
import type { AnyClaimMaker } from "./claim_maker.ts";
import { claims } from "./claims.ts";

const quick = claims[0]!;
const slow: AnyClaimMaker = { ...claims[1]!, key: "slow", full: { inputs: ["model.bin"] } };
const all = [quick, slow];

const keysOf = (args: readonly string[]): { chosen: string[]; left: string[]; check: boolean } => {
  const { chosen, left, check } = chosenClaims(args, all);
  return { chosen: chosen.map(({ key }) => key), left: left.map(({ key }) => key), check };
};

Deno.test("a plain run leaves claims that take minutes as they are, a full one computes them too", () => {
  const both = [quick.key, "slow"];
  assert.deepEqual(keysOf([]), { chosen: [quick.key], left: ["slow"], check: false });
  assert.deepEqual(keysOf(["--check"]), { chosen: [quick.key], left: ["slow"], check: true });
  assert.deepEqual(keysOf(["--full"]), { chosen: both, left: [], check: false });
  assert.deepEqual(keysOf(["--check", "--full"]), { chosen: both, left: [], check: true });
});

Deno.test("claims that are named are computed alone", () => {
  assert.deepEqual(keysOf([quick.key]), { chosen: [quick.key], left: [], check: false });
  assert.deepEqual(keysOf(["slow", "--full"]), { chosen: ["slow"], left: [], check: false });
});

Deno.test("what cannot be reproduced is refused in one line", () => {
  const refusals: readonly (readonly [string[], string])[] = [
    [["fast"], `: a claim must be one of ${quick.key}, slow, got fast`],
    [["slow"], " slow: it takes minutes and must be asked for with --full, got none"],
    [["--fast"], ": options must be --full or --check, got --fast"],
    [["--full=yes"], ": options must be --full or --check, got --full=yes"],
  ];
  for (const [args, rule] of refusals) {
    assert.throws(() => keysOf(args), { name: "RangeError", message: `Cannot reproduce${rule}` });
  }
});
