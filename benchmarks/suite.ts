import { readdir } from "node:fs/promises";
import type { Engine } from "./engine.ts";
import type { Workload } from "./workload.ts";

/**
 * A workload of any question. Whoever holds one may only hand its inputs to engines of the same
 * question, and their answers back: `checkAnswers` is the one place that does.
 */
export type AnyWorkload = Workload<unknown, unknown>;

/** An engine for any question. */
export type AnyEngine = Engine<unknown, unknown>;

/** Workloads, and the engines that may be tried on them. */
export interface Suite {
  /** Workloads. */
  readonly workloads: readonly AnyWorkload[];
  /** Engines. */
  readonly engines: readonly AnyEngine[];
}

/**
 * Every workload of `workloads/` and every engine of `engines/`, found by looking: a new file is all
 * that a new one takes. An engine that is null needs what this machine lacks.
 *
 * @returns The suite, in the order of the file names
 * @throws {TypeError} When a file there does not export what its folder holds
 */
export async function loadSuite(): Promise<Suite> {
  return {
    workloads: await modulesOf<AnyWorkload>("workloads", "workload"),
    engines: await modulesOf<AnyEngine>("engines", "engine"),
  };
}

async function modulesOf<Item>(folder: string, name: string): Promise<Item[]> {
  const base = new URL(`${folder}/`, import.meta.url);
  const files = (await readdir(base, { recursive: true })).filter((file) => file.endsWith(".ts"));
  const found = await Promise.all(
    files.sort().map(async (file) => {
      const module = await import(new URL(file, base).href);
      if (module[name] === undefined) {
        throw new TypeError(
          `Cannot load benchmarks/${folder}/${file}: it must export \`${name}\`, got ${
            Object.keys(module).join(", ") || "no exports"
          }`,
        );
      }
      return module[name] as Item | null;
    }),
  );
  return found.filter((item) => item !== null);
}
