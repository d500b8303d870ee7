import { deepStrictEqual, match, ok, rejects, strictEqual } from "node:assert/strict";
import process from "node:process";
import { exactPredictor, inTurn } from "@unmask/diffusion";
import { MASK } from "@unmask/information";
import { pottsChain } from "@unmask/potts";
import { type ToyMode, toyPredictorLine } from "@unmask/testing";
import { shellCommand } from "./predictor_command.ts";
import { ProcessModel, type ProcessModelOptions } from "./process_model.ts";
import { scoredBy } from "./scored_by.ts";
import type { ScoreRequest } from "./scored_model.ts";

const chain = { length: 6, states: 3, coupling: 1.5 };
const exact = scoredBy(inTurn(exactPredictor(pottsChain(chain))));

/** A model that does something else once it has been checked, which takes two answers. */
async function start(
  mode: ToyMode,
  options: ProcessModelOptions & { after?: number; tellsLength?: boolean } = {},
): Promise<ProcessModel> {
  const { after, tellsLength, ...rest } = options;
  const line = toyPredictorLine({
    mode,
    chain,
    ...(after !== undefined && { after }),
    ...(tellsLength !== undefined && { tellsLength }),
  });
  return await ProcessModel.start(shellCommand(line), rest);
}

/** A program that says this and no more. */
function greeting(facts: object): string {
  return `echo '${JSON.stringify({ protocol: "unmask-predictor/1", ...facts })}'; cat > /dev/null`;
}

function request(token: number): ScoreRequest {
  return {
    state: Int32Array.of(token, MASK, MASK, 1, MASK, 2),
    positions: Int32Array.of(4, 1),
    tokens: Int32Array.of(token, 0),
  };
}

/** Whether the process behind a toy runs on, a little after it was killed. */
async function isAlive({ name }: ProcessModel): Promise<boolean> {
  for (let n = 0; n < 200; n++) {
    try {
      process.kill(Number(name.split(" ")[1]), 0);
      // One that has ended and was not waited for by its new parent.
      if (/^State:\s+Z/m.test(await Deno.readTextFile(`/proc/${name.split(" ")[1]}/status`))) {
        return false;
      }
    } catch {
      return false;
    }
    await new Promise((wake) => setTimeout(wake, 10));
  }
  return true;
}

Deno.test("a model in another process gives the log-probabilities of the same model here", async () => {
  const model = await start("exact");
  try {
    deepStrictEqual([model.length, model.vocabularySize], [6, 3]);
    match(model.name, /^toy \d+$/);
    const batches = [[request(0), request(1)], [request(2)], [request(1)], [
      request(2),
      request(0),
    ]];
    const answers = await Promise.all(batches.map((batch) => model.logProbabilities(batch)));
    for (const [n, batch] of batches.entries()) {
      // Numbers pass through JSON without loss.
      deepStrictEqual(answers[n], await exact.logProbabilities(batch));
    }
    strictEqual((await model.logProbabilities([])).length, 0);
    const [{ state, positions }] = [request(0)];
    const rows = await model.rows([{ state, positions }]);
    strictEqual(rows.length, 6);
    ok(Math.abs(rows.subarray(3).reduce((sum, score) => sum + Math.exp(score), 0) - 1) < 1e-12);
  } finally {
    await model.close();
  }
  strictEqual(await isAlive(model), false);
});

Deno.test("a process that dies is started again and asked again, a few times", async () => {
  // Each life gives 4 answers; the first has spent 2 on the check.
  const model = await start("dies", { after: 4, restarts: 2 });
  try {
    strictEqual(model.restarts, 0);
    for (let n = 0; n < 10; n++) {
      const batch = [request(n % 3)];
      deepStrictEqual(await model.logProbabilities(batch), await exact.logProbabilities(batch));
    }
    strictEqual(model.restarts, 2);
    await rejects(model.logProbabilities([request(0)]), {
      name: "RangeError",
      message:
        /^Cannot use the predictor ".+": it must stay alive, but it ended with status 7, started again 2 times$/,
    });
  } finally {
    await model.close();
  }
});

Deno.test("batches in flight at a death are asked again, each once", async () => {
  const model = await start("dies", { after: 3, restarts: 6 });
  try {
    const batches = Array.from({ length: 12 }, (_, n) => [request(n % 3)]);
    const answers = await Promise.all(batches.map((batch) => model.logProbabilities(batch)));
    for (const [n, batch] of batches.entries()) {
      deepStrictEqual(answers[n], await exact.logProbabilities(batch));
    }
  } finally {
    await model.close();
  }
});

Deno.test("what a predictor answers wrongly is refused in one line that names its command", async () => {
  const cases: [ToyMode, RegExp][] = [
    ["nan", /numbers must be finite .*, got NaN/],
    [
      "null",
      /in logProbabilities\[0\] numbers must be finite \(-1e\+30 for the logarithm of 0, .*\), got null/,
    ],
    [
      "positive",
      /must hold log-probabilities of at most 0, got 2; they must be natural logarithms of/,
    ],
    ["short", /logProbabilities\[0\] must be a list of 2, got 1/],
    ["foreign-id", /an answer must carry the id of a request, got "\{/],
    ["no-json", /every line must be one JSON object, got "Loading checkpoint shards"/],
    ["refuses", /it must answer, but it refused: "out of memory"/],
    ["too-long", /a line must have at most 100000 bytes, got more/],
    ["hangs", /an answer must come within 1 s, got none/],
  ];
  await Promise.all(cases.map(async ([mode, message]) => {
    const timeout = mode === "hangs" ? 1000 : 60_000;
    const model = await start(mode, { lineLimit: 1e5, timeout });
    const error = await model.logProbabilities([request(1)]).catch((error) => error);
    ok(error instanceof RangeError, mode);
    match(error.message, /^Cannot use the predictor "[^\n]+ run --quiet [^\n]+$/);
    match(error.message, message);
    await model.close();
    strictEqual(await isAlive(model), false);
  }));
});

Deno.test("a model that is no predictor is refused before it is used", async () => {
  const cases: [() => Promise<ProcessModel>, RegExp][] = [
    [
      () => start("logits"),
      /exponentials of a row must sum to 1 within 0\.001, got 20\.0855 for rows/,
    ],
    [() => start("serial"), /logProbabilities must be entries of the rows within 0\.001/],
    [() => start("no-protocol"), /its first line must say "protocol":"unmask-predictor\/1", got/],
    [() => start("other-vocabulary"), /its vocabularySize must be an integer of at least 2/],
    [
      () => ProcessModel.start(shellCommand(greeting({ length: 6, vocabularySize: 1 }))),
      /its vocabularySize must be an integer of at least 2, got 1$/,
    ],
    [
      () => ProcessModel.start(shellCommand(`echo '{"id":1,"rows":[[[-Infinity,0]]]}'; cat`)),
      /numbers must be finite \(-1e\+30 for the logarithm of 0, .*\), got -Infinity$/,
    ],
    [
      () => ProcessModel.start(shellCommand(greeting({ error: `${"so ".repeat(90)}at last` }))),
      /it must answer, but it refused: "so so [^.]+ at last"$/,
    ],
    [
      () => ProcessModel.start(shellCommand(greeting({ error: "x".repeat(999) }))),
      /it refused: "x{400}\.\."$/,
    ],
    [() => start("exact", { length: 7 }), /its length must be 7, got 6/],
    [
      () => start("exact", { tellsLength: false }),
      /a length must be given, since it takes sequences/,
    ],
    [
      () => ProcessModel.start(shellCommand("exit 3")),
      /must stay alive, but it ended with status 3/,
    ],
    [() => ProcessModel.start(shellCommand("echo '[1]'; cat")), /one JSON object, got "\[1\]"/],
    [
      () => ProcessModel.start({ program: "no-such-program", args: [] }),
      /must be a program, got none/,
    ],
    [
      () => ProcessModel.start(shellCommand("sleep 100"), { timeout: 5 }),
      /must come within 0\.05 s, got none/,
    ],
  ];
  for (const [starting, message] of cases) {
    await rejects(starting(), (error: Error) => {
      strictEqual(error.name, "RangeError");
      match(error.message, /^Cannot use the predictor "[^\n]+$/);
      match(error.message, message);
      return true;
    });
  }
  await rejects(async () => await ProcessModel.start(shellCommand("  ")), /got an empty one/);
  const called = { ...shellCommand("exit 3"), called: "the model in DIR" };
  await rejects(
    ProcessModel.start(called),
    /^RangeError: Cannot use the model in DIR: it must stay alive, but it ended with status 3$/,
  );
});

Deno.test("closing, or a signal, ends the process and tells whoever waits", async () => {
  const slow = await start("hangs", { tellsLength: false, length: 6 });
  const waiting = rejects(slow.logProbabilities([request(0)]), { name: "PredictorClosed" });
  await slow.close();
  await waiting;
  await rejects(slow.logProbabilities([request(0)]), { name: "PredictorClosed" });
  strictEqual(await isAlive(slow), false);

  const controller = new AbortController();
  const starting = ProcessModel.start(shellCommand("sleep 100"), { signal: controller.signal });
  const refused = rejects(starting, { name: "PredictorClosed" });
  controller.abort();
  await refused;
});

Deno.test("closing ends what a shell has started too", async () => {
  const line = `${toyPredictorLine({ mode: "exact", chain })}; true`;
  const model = await ProcessModel.start(shellCommand(line));
  await model.close();
  strictEqual(await isAlive(model), false);
});
