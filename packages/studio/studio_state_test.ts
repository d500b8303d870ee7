import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { openChoice } from "./open_choice.ts";
import {
  defaultState,
  firstChoice,
  sourceKinds,
  type StudioState,
  withSource,
} from "./studio_state.ts";

Deno.test("the first choice of every kind opens", () => {
  for (const kind of sourceKinds) {
    const choice = firstChoice(kind, 32);
    strictEqual(openChoice(choice).length, choice.length);
  }
});

Deno.test("another length cuts steps that it cannot have, and drops sizes made by hand", () => {
  const copies = firstChoice("copies", 16);
  const state: StudioState = {
    source: copies,
    budget: { kind: "steps", steps: 3 },
    schedule: { kind: "sizes", sizes: [8, 4, 4] },
    sample: 0,
  };
  deepStrictEqual(withSource(state, { ...copies, length: 2 }), {
    ...state,
    source: { ...copies, length: 2 },
    budget: { kind: "steps", steps: 2 },
    schedule: { kind: "optimal" },
  });
  const kept = { ...firstChoice("copies", 16), states: 9 } as StudioState["source"];
  deepStrictEqual(withSource(state, kept).schedule, state.schedule);
});

Deno.test("a source of another kind is not asked for nearly as many steps as tokens", () => {
  const many: StudioState = { ...defaultState, budget: { kind: "steps", steps: 64 } };
  deepStrictEqual(withSource(many, firstChoice("losses", 64)).budget, { kind: "steps", steps: 8 });
});
