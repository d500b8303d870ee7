/**
 * Publishes the schemas of what the benchmarks record as JSON Schema, for readers in any language.
 *
 * Prints each file that is not what its schema gives and ends with status 1 if there is any; `--write`
 * writes the files instead.
 *
 *     deno run --allow-read --allow-write benchmarks/record_schema.ts [--write]
 *
 * @module
 */
import { readFile } from "node:fs/promises";
import process from "node:process";
import { toJsonSchema } from "@valibot/to-json-schema";
import type { GenericSchema } from "valibot";
import { benchmarkRecordSchema } from "./benchmark_record.ts";
import { noiseSchema } from "./comparison/recorded_noise.ts";
import { writeWhole } from "./write_whole.ts";

/** For each published file, beside the folders of machines, the schema that it tells. */
export const publishedSchemas: Readonly<Record<string, GenericSchema>> = {
  "schema.json": benchmarkRecordSchema,
  "noise.schema.json": noiseSchema,
};

/** Where records and their schemas are. */
export const RECORDS = new URL("./record/", import.meta.url);

/**
 * A schema as a JSON Schema document, draft 2020-12, under its title.
 *
 * @param schema A schema without transformations
 * @returns JSON that ends with a newline
 * @throws {Error} When JSON Schema cannot say what it asks
 */
export function schemaText(schema: GenericSchema): string {
  const { $schema, title, description, ...rules } = toJsonSchema(schema, {
    target: "draft-2020-12",
    errorMode: "throw",
  });
  return `${JSON.stringify({ $schema, title, description, ...rules }, null, 2)}\n`;
}

/**
 * The published files that are not what their schemas give.
 *
 * @param folder Where they are, {@linkcode RECORDS} by default
 * @returns Their names
 */
export async function staleSchemas(folder: URL = RECORDS): Promise<string[]> {
  const stale: string[] = [];
  for (const [file, schema] of Object.entries(publishedSchemas)) {
    const text = await readFile(new URL(file, folder), "utf8").catch(() => "");
    if (text !== schemaText(schema)) stale.push(file);
  }
  return stale;
}

if (import.meta.main) {
  if (process.argv.includes("--write")) {
    for (const [file, schema] of Object.entries(publishedSchemas)) {
      await writeWhole(new URL(file, RECORDS), schemaText(schema));
    }
  } else {
    const stale = await staleSchemas();
    for (const file of stale) {
      process.stdout.write(`benchmarks/record/${file} is not what its schema gives\n`);
    }
    if (stale.length > 0) {
      process.stdout.write("If this is meant, write it with --write\n");
      process.exitCode = 1;
    }
  }
}
