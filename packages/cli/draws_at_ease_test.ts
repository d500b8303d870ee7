import { ok, strictEqual } from "node:assert/strict";
import { exactPredictor, margin, topPositions } from "@unmask/diffusion";
import { pottsChain } from "@unmask/potts";
import { drawsAtEase } from "./draws_at_ease.ts";
import { DEFAULT_DRAWS, FEWEST_DRAWS } from "./default_draws.ts";
import { lawSource } from "./sources/law_source.ts";

function draws(options: { length: number; states: number }, count: number): Promise<number> {
  const law = pottsChain({ ...options, coupling: 1 });
  const policy = topPositions(margin, { count });
  const source = { ...lawSource(law), record: { kind: "potts-chain" }, canonical: "potts-chain" };
  return drawsAtEase(source, { predictor: exactPredictor(law), policy, seed: 0 });
}

Deno.test("drawsAtEase() is the default where a sequence is cheap, and less where it is not", async () => {
  strictEqual(await draws({ length: 32, states: 4 }, 8), DEFAULT_DRAWS);
  const dear = { length: 512, states: 64 };
  // 256 iterations of 512 + m 64 operations, m from 512 down to 2: 4.4 million, twice a draw.
  const few = await draws(dear, 2);
  ok(few > FEWEST_DRAWS && few < DEFAULT_DRAWS, `${few}`);
  strictEqual(few, Math.floor(2 ** 28 / (2 * costOf({ ...dear, count: 2 }))));
  strictEqual(await draws(dear, 2), few);
});

/** Operations of one sequence by hand: a scan of the state and a row for each masked token. */
function costOf({ length, states, count }: Record<"length" | "states" | "count", number>): number {
  let cost = 0;
  for (let masked = length; masked > 0; masked -= count) cost += length + masked * states;
  return cost;
}
