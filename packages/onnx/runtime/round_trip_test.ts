import { deepStrictEqual, ok, rejects, strictEqual, throws } from "node:assert/strict";
import { join } from "node:path";
import { MASK } from "@unmask/information";
import { letters } from "@unmask/language";
import { ProcessModel } from "@unmask/measurement/process";
import { exportedFiles, openModelFolder, predictorCommand } from "@unmask/onnx";
import { streamFamily } from "@unmask/random";
import { onnxTest } from "@unmask/testing/onnx";
import {
  drawTensors,
  type Model,
  openDevice,
  plainLogits,
  readModel,
  tiny,
  TrainedPredictor,
  type TransformerConfig,
  writeModel,
} from "@unmask/training";

/** Two of every layer, and sizes that no two of which are alike: a transposed one would not fit. */
const config: TransformerConfig = {
  length: 11,
  vocabularySize: 27,
  width: 12,
  window: 5,
  dilations: [1, 2],
  attentionLayers: 2,
  heads: 3,
  expansion: 2,
  causal: false,
};

const streams = streamFamily({ seed: 6, cell: "round trip", purpose: "weights" });

/** A model as it comes out of a checkpoint, weights of half precision and all. */
async function checkpoint(shape: TransformerConfig): Promise<Model> {
  const tensors = drawTensors(shape, streams.at(0));
  // The gains and biases of a fresh network are ones and zeros, which would hide a confusion.
  for (const values of Object.values(tensors)) {
    if (new Set(values).size > 1) continue;
    values.forEach((value, i) => values[i] = value + 0.3 * Math.sin(i + values.length));
  }
  const model = { config: shape, tensors, tokeniser: letters.toJSON(), provenance: { seed: 6 } };
  return await readModel(await writeModel(model));
}

async function withExported(
  model: Model,
  length: number,
  use: (exported: ProcessModel) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    for (const [name, bytes] of exportedFiles(model)) {
      await Deno.writeFile(join(folder, name), bytes);
    }
    const opened = await openModelFolder(folder);
    deepStrictEqual(
      [opened.vocabularySize, opened.maskToken, opened.longest],
      [model.config.vocabularySize + 1, model.config.vocabularySize, model.config.length],
    );
    const exported = await ProcessModel.start(predictorCommand(opened, { length }), { length });
    try {
      await use(exported);
    } finally {
      await exported.close();
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** States with every share of revealed tokens, and a token for each masked position. */
function requests(
  length: number,
  count: number,
): { state: Int32Array; positions: Int32Array; tokens: Int32Array }[] {
  return Array.from({ length: count }, (_, n) => {
    const stream = streams.at(1 + n);
    const whole = Int32Array.from({ length }, () => stream.nextUint32() % 27);
    const state = whole.map((token) => stream.nextUint32() % count <= n ? MASK : token);
    state[n % length] = MASK;
    const positions = Int32Array.from([...state.keys()].filter((i) => state[i] === MASK));
    return { state, positions, tokens: positions.map((i) => whole[i]!) };
  });
}

/** Log-probabilities by plain loops of double precision. */
function plainScores(model: Model, asked: ReturnType<typeof requests>): number[] {
  const { config: { vocabularySize: size } } = model;
  return asked.flatMap(({ state, positions, tokens }) => {
    const ids = state.map((token) => token === MASK ? size : token);
    const logits = plainLogits(model.config, model.tensors, ids);
    return [...positions].map((i, n) => {
      const row = logits.subarray(i * size, (i + 1) * size);
      return row[tokens[n]!]! - Math.log(row.reduce((sum, logit) => sum + Math.exp(logit), 0));
    });
  });
}

function greatestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  strictEqual(a.length, b.length);
  return Math.max(...Array.from(a, (value, n) => Math.abs(value - b[n]!)));
}

onnxTest(
  "an exported checkpoint gives the log-probabilities of the trained predictor to 1e-4",
  async () => {
    const model = await checkpoint(config);
    await openDevice("wasm");
    const trained = new TrainedPredictor(model);
    const asked = requests(11, 40);
    const expected = await trained.logProbabilities(asked);
    trained.dispose();
    ok(expected.length > 150);
    await withExported(model, 11, async (exported) => {
      const scores = await exported.logProbabilities(asked);
      ok(greatestDifference(scores, expected) < 1e-4);
      ok(greatestDifference(scores, plainScores(model, asked)) < 1e-4);
      // The mask is never predicted: what is left for it is nothing that a sum of 27 doubles shows.
      const rows = await exported.rows(asked);
      for (let n = 27; n < rows.length; n += 28) strictEqual(Math.exp(rows[n]!), 0);
    });
    // The negative control: a single dilation that is another is seen.
    const other = { ...model, config: { ...config, dilations: [1, 3] } };
    await withExported(other, 11, async (exported) => {
      ok(greatestDifference(await exported.logProbabilities(asked), expected) > 1e-2);
    });
  },
);

onnxTest(
  "an exported network of the preset tiny, and of attention alone, is the same to 1e-4",
  async () => {
    for (const shape of [tiny.shape, { ...config, dilations: [], heads: 1 }]) {
      const model = await checkpoint({ ...shape, vocabularySize: 27, causal: false });
      const asked = requests(shape.length, 4);
      await withExported(model, shape.length, async (exported) => {
        const scores = await exported.logProbabilities(asked);
        ok(greatestDifference(scores, plainScores(model, asked)) < 1e-4);
      });
    }
  },
);

onnxTest(
  "an exported network takes shorter sequences, with the first of its positions",
  async () => {
    const model = await checkpoint(config);
    const positions = model.tensors["positions"]!.slice(0, 6 * config.width);
    const shorter = {
      ...model,
      config: { ...config, length: 6 },
      tensors: { ...model.tensors, positions },
    };
    const asked = requests(6, 8);
    await withExported(model, 6, async (exported) => {
      const scores = await exported.logProbabilities(asked);
      ok(greatestDifference(scores, plainScores(shorter, asked)) < 1e-4);
    });
    await rejects(
      withExported(model, 12, async () => {}),
      /must have from 1 to 11 tokens, got 12$/,
    );
  },
);

Deno.test("what is no mask predictor of text is not exported", async () => {
  const model = await checkpoint(config);
  throws(
    () => exportedFiles({ ...model, tokeniser: undefined }),
    /must have a tokeniser, got none$/,
  );
  throws(
    () => exportedFiles({ ...model, config: { ...config, vocabularySize: 26 } }),
    /its tokeniser must have 26 tokens, got 27$/,
  );
  throws(
    () => exportedFiles({ ...model, config: { ...config, causal: true } }),
    /must predict masked tokens, got an autoregressive one$/,
  );
});

// The checker of the standard itself (`onnx.checker.check_model`, full, of python3-onnx 1.12) took an
// export of the preset tiny.
Deno.test("the same checkpoint is exported to the same bytes", async () => {
  const model = await checkpoint(config);
  deepStrictEqual(exportedFiles(model), exportedFiles(await readModel(await writeModel(model))));
});
