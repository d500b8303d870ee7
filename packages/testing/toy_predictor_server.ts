/**
 * A predictor for tests, see {@linkcode toyPredictorLine}: shares no code with what it is asked by.
 *
 * @module
 */
import { exactPredictor } from "@unmask/diffusion";
import { MASK } from "@unmask/information";
import { pottsChain } from "@unmask/potts";
import { createInterface } from "node:readline";
import process from "node:process";

interface Request {
  readonly id: number;
  readonly sequences: readonly (readonly (number | null)[])[];
  readonly positions: readonly (readonly number[])[];
  readonly tokens?: readonly (readonly number[])[];
}

const [mode, length, states, coupling, after, tellsLength] = Deno.args;
const chain = pottsChain({
  length: Number(length),
  states: Number(states),
  coupling: Number(coupling),
});
const predictor = exactPredictor(chain);
const { vocabularySize } = chain;

/** Log-probabilities at one position of a state. */
function row(state: Int32Array, position: number): number[] {
  let asked = position;
  if (mode === "shifted") {
    const masked = [...state.keys()].filter((i) => state[i] === MASK);
    asked = masked[(masked.indexOf(position) + 1) % masked.length]!;
  }
  const out = new Float64Array(vocabularySize);
  predictor.predict(state, Int32Array.of(asked), out);
  return Array.from(out, (mass) => mode === "logits" ? Math.log(mass) + 3 : Math.log(mass));
}

function answer({ id, sequences, positions, tokens }: Request): unknown {
  const states = sequences.map((tokens) => Int32Array.from(tokens, (token) => token ?? MASK));
  if (tokens === undefined) {
    return { id, rows: states.map((state, n) => positions[n]!.map((i) => row(state, i))) };
  }
  const logProbabilities = states.map((state, n) =>
    positions[n]!.map((position, j) => {
      const score = row(state, position)[tokens[n]![j]!]!;
      // The bug of this field: the next position sees this one's token.
      if (mode === "serial") state[position] = tokens[n]![j]!;
      return score;
    })
  );
  return { id, logProbabilities };
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}

let answers = 0;

/** The line that a fault writes in place of its answer. */
function faulty(request: Request): string {
  const right = answer(request);
  const { id, positions } = request;
  const filled = (value: number | null): unknown => ({
    id,
    logProbabilities: positions.map((list) => list.map(() => value)),
  });
  if (++answers <= Number(after)) return JSON.stringify(right);
  switch (mode) {
    case "nan":
      return JSON.stringify(filled(-1)).replaceAll("-1", "NaN");
    case "null":
      return JSON.stringify(filled(null));
    case "positive":
      return JSON.stringify(filled(2));
    case "short":
      return JSON.stringify({ id, logProbabilities: positions.map(() => [-1]) });
    case "foreign-id":
      return JSON.stringify({ ...right as object, id: id + 1000 });
    case "no-json":
      return "Loading checkpoint shards";
    case "refuses":
      return JSON.stringify({ id, error: "out of memory" });
    case "too-long":
      return "x".repeat(2 ** 20);
    default:
      return JSON.stringify(right);
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  if (message.protocol !== undefined) {
    write(JSON.stringify({
      protocol: mode === "no-protocol" ? "other/2" : message.protocol,
      length: tellsLength === "true" ? chain.length : null,
      vocabularySize: mode === "other-vocabulary" ? "many" : vocabularySize,
      name: `toy ${process.pid}`,
    }));
    continue;
  }
  const text = faulty(message);
  if (answers > Number(after)) {
    if (mode === "dies") process.exit(7);
    if (mode === "hangs") continue;
    if (mode === "slow") await new Promise((wake) => setTimeout(wake, 200));
  }
  write(text);
}
