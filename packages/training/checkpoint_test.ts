import { deepStrictEqual, ok, rejects } from "node:assert/strict";
import { streamFamily } from "@unmask/random";
import { type Model, readModel, writeModel } from "./checkpoint.ts";
import { readSafetensors, writeSafetensors } from "./safetensors.ts";
import { drawTensors } from "./tensors.ts";
import { tiny } from "./presets.ts";
import { parameterCount, type TransformerConfig } from "./transformer_config.ts";

const config: TransformerConfig = { ...tiny.shape, vocabularySize: 27, causal: false };
const model: Model = {
  config,
  tensors: drawTensors(
    config,
    streamFamily({ seed: 1, cell: "checkpoint", purpose: "weights" }).at(0),
  ),
  tokeniser: { kind: "letters" },
  provenance: { corpus: "none", steps: 0 },
};

Deno.test("a model is read as it was written, its weights to half precision", async () => {
  const bytes = await writeModel(model);
  const read = await readModel(bytes);
  deepStrictEqual({ ...read, tensors: undefined }, { ...model, tensors: undefined });
  for (const [name, values] of Object.entries(model.tensors)) {
    deepStrictEqual(read.tensors[name], new Float32Array(new Float16Array(values)), name);
  }
  deepStrictEqual(await writeModel(read), bytes);
  // The checkpoint of the preset that is committed: at most half a million parameters and 2 MB.
  ok(parameterCount(config) <= 500_000);
  ok(bytes.length < 2_000_000);
});

Deno.test("a file of another version, shape or program is refused", async () => {
  const bytes = await writeModel(model);
  const changed = async (
    change: (metadata: Record<string, string>) => void,
  ): Promise<Uint8Array> => {
    const file = await readSafetensors(bytes);
    const metadata = { ...file.metadata };
    change(metadata);
    return await writeSafetensors({ ...file, metadata });
  };
  await rejects(
    readModel(await changed((facts) => facts["format"] = "unmask-model/2")),
    { name: "ForeignFile", message: "format unmask-model/2" },
  );
  await rejects(readModel(await changed((facts) => delete facts["format"])), {
    message: "a file of another program",
  });
  await rejects(
    readModel(await changed((facts) => facts["config"] = JSON.stringify({ ...config, width: 97 }))),
    { message: "a shape that no network has" },
  );
  await rejects(
    readModel(
      await changed((facts) => facts["config"] = JSON.stringify({ ...config, length: 63 })),
    ),
    { message: /^weights that do not fit: .* tensor positions must have 6048 numbers, got 6144$/ },
  );
});

Deno.test("weights that are no numbers are not written", async () => {
  const tensors = { ...model.tensors, "head.bias": new Float32Array(27).fill(Infinity) };
  await rejects(
    writeModel({ ...model, tensors }),
    /tensor head.bias must be finite, got Infinity at 0$/,
  );
});
