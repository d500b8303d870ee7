import { deepStrictEqual, match, ok, rejects, strictEqual } from "node:assert/strict";
import { join } from "node:path";
import { ProcessModel } from "@unmask/measurement/process";
import { openModelFolder, predictorCommand } from "@unmask/onnx";
import { onnxTest, type ToyFault, toyMaskedModel, writeToyMaskedModel } from "@unmask/testing/onnx";

/** How far single-precision logits of size 2 may move a log-probability. */
const SINGLE = 1e-6;

const length = 4;
const states = [[-1, 5, -1, -1], [-1, -1, -1, -1], [6, 7, -1, 10]];
const mask = 4;

async function inFolder(
  fault: ToyFault,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await writeToyMaskedModel(folder, fault);
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function withToy(
  options: { fault?: ToyFault; withoutSpecial?: boolean },
  use: (model: ProcessModel) => Promise<void>,
): Promise<void> {
  await inFolder(options.fault ?? {}, async (folder) => {
    const opened = await openModelFolder(folder);
    const command = predictorCommand(opened, { length, ...options });
    const model = await ProcessModel.start(command, { length });
    try {
      await use(model);
    } finally {
      await model.close();
    }
  });
}

/** The toy's law of a masked position, by its formula: `[CLS]` and `[SEP]` stand at the ends. */
function law(state: readonly number[], position: number, allowed = (_: number) => true): number[] {
  const token = (i: number): number =>
    i < 0 ? 2 : i >= length ? 3 : state[i]! < 0 ? mask : state[i]!;
  const weights = toyMaskedModel.logits(token(position - 1), token(position + 1))
    .map((logit, y) => allowed(y) ? Math.exp(logit) : 0);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => Math.log(weight / sum));
}

function questions(): { state: Int32Array; positions: Int32Array; masked: number[] }[] {
  return states.map((state) => {
    const masked = state.flatMap((token, i) => token < 0 ? [i] : []);
    return { state: Int32Array.from(state), positions: Int32Array.from(masked), masked };
  });
}

onnxTest("a served model gives its law of every token at every masked position", async () => {
  await withToy({}, async (model) => {
    strictEqual(model.vocabularySize, toyMaskedModel.words.length);
    const rows = await model.rows(questions());
    const expected = questions().flatMap(({ masked }, n) =>
      masked.flatMap((i) => law(states[n]!, i))
    );
    strictEqual(rows.length, expected.length);
    rows.forEach((score, i) => ok(Math.abs(score - expected[i]!) < SINGLE, `${i}: ${score}`));
    // The negative control: without what BERT wants around a sequence, the first position is another.
    const [first] = questions();
    const bare = toyMaskedModel.logits(mask, 5).map(Math.exp);
    const sum = bare.reduce((total, weight) => total + weight, 0);
    strictEqual(first!.masked[0], 0);
    ok(Math.abs(rows[0]! - Math.log(bare[0]! / sum)) > 0.01);
  });
});

onnxTest(
  "a served model scores tokens as its rows do, request after request, in any batch",
  async () => {
    await withToy({}, async (model) => {
      const asked = Array.from({ length: 50 }, (_, n) => {
        const { state, positions, masked } = questions()[n % states.length]!;
        return { state, positions, tokens: Int32Array.from(masked, (i) => (n + i) % 11) };
      });
      const scores = await model.logProbabilities(asked);
      const expected = asked.flatMap(({ positions, tokens }, n) =>
        [...positions].map((i, at) => law(states[n % states.length]!, i)[tokens[at]!]!)
      );
      strictEqual(scores.length, expected.length);
      scores.forEach((score, i) => ok(Math.abs(score - expected[i]!) < SINGLE, `${i}: ${score}`));
    });
  },
);

onnxTest(
  "special tokens are renormalised away where that is asked for, the unknown one is not",
  async () => {
    await withToy({ withoutSpecial: true }, async (model) => {
      const rows = await model.rows(questions());
      const allowed = (token: number): boolean => ![0, 2, 3, 4].includes(token);
      const expected = questions().flatMap(({ masked }, n) =>
        masked.flatMap((i) => law(states[n]!, i, allowed))
      );
      rows.forEach((score, i) => {
        if (expected[i]! === -Infinity) strictEqual(Math.exp(score), 0);
        else ok(Math.abs(score - expected[i]!) < SINGLE, `${i}: ${score}`);
      });
    });
  },
);

onnxTest("models with token types, and in a folder onnx, are served alike", async () => {
  await withToy({ fault: { input: "token_type_ids", place: "onnx/model.onnx" } }, async (model) => {
    const [{ state, positions }] = questions() as [ReturnType<typeof questions>[0]];
    const rows = await model.rows([{ state, positions }]);
    ok(Math.abs(rows[0]! - law(states[0]!, 0)[0]!) < SINGLE);
  });
});

/** What the server says, line by line, to some lines. */
async function conversation(folder: string, lines: readonly string[]): Promise<string[]> {
  const { program, args } = predictorCommand(await openModelFolder(folder), { length });
  const child = new Deno.Command(program, { args: [...args], stdin: "piped", stdout: "piped" })
    .spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(lines.map((line) => `${line}\n`).join("")));
  await writer.close();
  const { code, stdout } = await child.output();
  strictEqual(code, 0);
  return new TextDecoder().decode(stdout).trim().split("\n");
}

onnxTest("the server goes on after a bad request, and ends when nobody asks any more", async () => {
  await inFolder({}, async (folder) => {
    const answers = await conversation(folder, [
      `{"id":1,"sequences":[[null,null,null,null]],"positions":[[0]]}`,
      `{"protocol":"unmask-predictor/1"}`,
      `{"id":2,"sequences":[[null,null,null]],"positions":[[0]]}`,
      `not JSON`,
      `{"id":3,"sequences":[[null,5,5,5]],"positions":[[0]],"tokens":[[5]]}`,
    ]);
    strictEqual(answers.length, 5);
    match(answers[0]!, /^\{"id":1,"error":"the first line must ask for unmask-pre/);
    const greeting = { protocol: "unmask-predictor/1", length, vocabularySize: 11 };
    const { name, ...said } = JSON.parse(answers[1]!);
    deepStrictEqual([said, typeof name], [greeting, "string"]);
    match(answers[2]!, /^\{"id":2,"error":"every sequence must have 4/);
    match(answers[3]!, /^\{"error":"id must be/);
    const [[score]] = JSON.parse(answers[4]!).logProbabilities;
    ok(Math.abs(score - law([-1, 5, 5, 5], 0)[5]!) < SINGLE);
  });
});

onnxTest(
  "what has no masked language model's head is refused in one line that says so",
  async () => {
    const greeting = `{"protocol":"unmask-predictor/1"}`;
    const cases: [ToyFault, RegExp][] = [
      [
        { head: "none" },
        /^its output must be logits, got last_hidden_state \(float32 batch length 11\), pooled/,
      ],
      [{ head: "three classes" }, /its logits must be 1 x 6 x 11, got 1 x 6 x 3/],
      [
        { input: "position_ids" },
        /^it must run on token ids, got the input position_ids \(int64\); inputs may be/,
      ],
    ];
    for (const [fault, expected] of cases) {
      await inFolder(fault, async (folder) => {
        const [answer] = await conversation(folder, [greeting]);
        match(JSON.parse(answer!).error, expected);
      });
    }
    await inFolder({}, async (folder) => {
      await Deno.writeTextFile(join(folder, "model.onnx"), "version https://git-lfs");
      const [answer] = await conversation(folder, [greeting]);
      match(JSON.parse(answer!).error, /^its file must be an ONNX model, got .*model.onnx: /);
    });
  },
);

onnxTest("a model that computes NaN is refused when it is started", async () => {
  await rejects(
    withToy({ fault: { head: "not a number" } }, async () => {}),
    /logits must be finite/,
  );
});

Deno.test("a server that is told nothing ends with status 2 and one line", async () => {
  const file = new URL("./serve.ts", import.meta.url).pathname;
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-check", "--no-config", file, "{}"],
  }).output();
  deepStrictEqual([code, stdout.length], [2, 0]);
  match(new TextDecoder().decode(stderr), /^Cannot serve a model: [^\n]+\n$/);
});
