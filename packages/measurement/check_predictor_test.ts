import { rejects } from "node:assert/strict";
import { exactPredictor, inTurn } from "@unmask/diffusion";
import { pottsChain } from "@unmask/potts";
import { checkPredictor, type RowModel } from "./check_predictor.ts";
import { scoredBy } from "./scored_by.ts";

const chain = pottsChain({ length: 6, states: 3, coupling: 2 });
const predictor = exactPredictor(chain);
const exact: RowModel = {
  ...scoredBy(inTurn(predictor)),
  rows(questions): Promise<Float64Array> {
    const parts = questions.map(({ state, positions }) => {
      const out = new Float64Array(3 * positions.length);
      predictor.predict(state, positions, out);
      return [...out];
    });
    return Promise.resolve(Float64Array.from(parts.flat(), Math.log));
  },
};

Deno.test("checkPredictor() takes a model whose rows and tokens agree", async () => {
  await checkPredictor(exact);
});

Deno.test("checkPredictor() refuses a model that fills the positions of a request in turn", async () => {
  const serial: RowModel = {
    ...exact,
    async logProbabilities(requests): Promise<Float64Array> {
      const scores: number[] = [];
      for (const { state, positions, tokens } of requests) {
        const filled = state.slice();
        for (let i = 0; i < positions.length; i++) {
          const one = { positions: positions.slice(i, i + 1), tokens: tokens.slice(i, i + 1) };
          scores.push((await exact.logProbabilities([{ state: filled.slice(), ...one }]))[0]!);
          filled[positions[i]!] = tokens[i]!;
        }
      }
      return Float64Array.from(scores);
    },
  };
  await rejects(checkPredictor(serial), {
    name: "RangeError",
    message:
      /^logProbabilities must be entries of the rows within 0\.001, got -0\.\d+ for token 0 at/,
  });
});

Deno.test("checkPredictor() refuses a model that mixes up the states of a batch", async () => {
  const mixed: RowModel = {
    ...exact,
    logProbabilities: (requests) =>
      exact.logProbabilities(
        requests.map((request, n) => ({ ...request, state: requests.at(-1 - n)!.state })),
      ),
  };
  await rejects(checkPredictor(mixed), /must be entries of the rows/);
});
