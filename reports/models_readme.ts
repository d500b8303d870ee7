/**
 * Writes `models/README.md`: the committed models with the commands that made them.
 *
 *     deno run --allow-read --allow-write=reports/models reports/models_readme.ts
 *
 * @module
 */
import { readdir } from "node:fs/promises";
import { type Model, readModel } from "@unmask/training";

/** Where models have their folders. */
const folder = new URL("./models/", import.meta.url);

/** A file of a model. */
export interface ModelFile {
  /** Its path in `reports/models`. */
  readonly path: string;
  /** What it holds. */
  readonly model: Model;
}

/**
 * Every committed model.
 *
 * @returns Models, by path
 */
export async function modelFiles(): Promise<ModelFile[]> {
  const paths = (await readdir(folder, { recursive: true }))
    .filter((path) => path.endsWith(".safetensors")).sort();
  return await Promise.all(paths.map(async (path) => ({
    path,
    model: await readModel(await Deno.readFile(new URL(path, folder))),
  })));
}

/**
 * The page of the models: a table from what each file says of itself.
 *
 * @param files Models
 * @returns Markdown, formatted as `deno fmt` does
 */
export function modelsReadme(files: readonly ModelFile[]): string {
  const header = ["file", "steps", "validation", "made by"];
  const lines = files.map(({ path, model: { provenance } }) => {
    const { command, step, history } = provenance as {
      command: string;
      step: number;
      history: readonly { step: number; validation: number }[];
    };
    const last = history.find((evaluated) => evaluated.step === step);
    return [`\`${path}\``, `${step}`, last?.validation.toFixed(3) ?? "", `\`${command}\``];
  });
  const widths = header.map((name, column) =>
    Math.max(...[header, ...lines].map((line) => line[column]!.length), name.length)
  );
  const row = (line: readonly string[]): string =>
    `| ${line.map((text, column) => text.padEnd(widths[column]!)).join(" | ")} |`;
  return `# Models of the reports

Checkpoints that the claims with \`--full\` evaluate: half precision, with shape, tokeniser and
provenance in each file. The table is made of these by \`reports/models_readme.ts\`. Validation is the
loss of a token in nats, on 256 windows or samples that were not trained on, at uniform counts of
revealed tokens or of the next token; empty where it was not taken at that step. The command is
given a folder with \`--out\`; runs on another machine end with other last bits.

${
    [row(header), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...lines.map(row)]
      .join("\n")
  }
`;
}

if (import.meta.main) {
  await Deno.writeTextFile(new URL("README.md", folder), modelsReadme(await modelFiles()));
}
