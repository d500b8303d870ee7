/**
 * Who may import whom: the one table that `check_layers` enforces and `ARCHITECTURE.md` describes.
 *
 * Theory (`convergence`) and simulation (`diffusion`) never import each other: they meet only where
 * they are compared, in the property tests and the reports.
 *
 * @module
 */

const mathematics = [
  "random",
  "information",
  "potts",
  "schedules",
  "convergence",
  "diffusion",
  "language",
  "estimation",
] as const;

/** What reads texts, trains models and asks them: not for the browser. */
const models = ["corpora", "training", "measurement", "onnx"] as const;

/** For each directory of `packages/`, the packages that its modules may import. */
export const packageLayers: Readonly<Record<string, readonly string[]>> = {
  random: [],
  information: ["random"],
  potts: ["random", "information"],
  schedules: [],
  convergence: ["information", "schedules"],
  diffusion: ["random", "information", "schedules"],
  language: ["random", "information", "schedules", "diffusion"],
  estimation: ["random", "information", "schedules", "convergence"],
  // Reads files, so it stays out of what a page may import.
  corpora: ["random", "information", "language"],
  training: ["random", "information", "diffusion", "language"],
  measurement: [...mathematics],
  // Its tests ask the process that it starts as `measurement` does.
  onnx: ["random", "information", "language", "training", "measurement"],
  reporting: [],
  studio: [...mathematics, "reporting"],
  cli: [...mathematics, ...models, "reporting"],
  testing: [...mathematics, ...models, "reporting", "cli"],
};

/**
 * For each other room of the house, the packages that its modules may import. No one imports a room,
 * but by a door of {@linkcode roomDoors}.
 */
export const roomLayers: Readonly<Record<string, readonly string[]>> = {
  "property-tests": [...mathematics, ...models, "reporting", "cli", "testing"],
  benchmarks: [...mathematics, ...models, "reporting", "cli", "testing"],
  reports: [...mathematics, ...models, "reporting", "studio", "cli"],
  tools: [...mathematics, ...models, "reporting", "cli", "testing"],
};

/** For each room, the modules of other rooms that its modules may import. */
export const roomDoors: Readonly<Record<string, readonly string[]>> = {
  // The site shows the records that the benchmarks keep.
  reports: ["benchmarks/page.ts", "benchmarks/read_records.ts"],
};

/**
 * Modules of packages that may import what is no literal: one that runs as a process of its own, under
 * another lock, since packages of data are not to be downloaded with those of the workspace.
 */
export const lateImports: readonly string[] = [
  "packages/corpora/locate_dataset.ts",
  "packages/onnx/runtime/onnx_runtime.ts",
];

/** What tests of every package and room may import besides, and the package `testing` itself. */
export const testSupport: readonly string[] = ["@unmask/testing", "fast-check"];

/** A global that modules of `packages/` must not touch, and what to do in its place. */
export interface BannedGlobal {
  /** Dotted name, as written in source. */
  readonly name: string;
  /** What to do in its place. */
  readonly instead: string;
  /** Packages it is allowed in. */
  readonly exempt: readonly string[];
}

const draw = "draw from a keyed stream of @unmask/random";
const clock = "results must not depend on when they were computed";

/** Globals that would make a result depend on more than its arguments, or write where it was not asked. */
export const bannedGlobals: readonly BannedGlobal[] = [
  { name: "Math.random", instead: draw, exempt: [] },
  // Property tests may be asked for a fresh seed, which they print.
  { name: "crypto.getRandomValues", instead: draw, exempt: ["testing"] },
  { name: "crypto.randomUUID", instead: draw, exempt: [] },
  { name: "Date", instead: clock, exempt: [] },
  { name: "Temporal", instead: clock, exempt: [] },
  {
    name: "console",
    instead: "return values or throw; printing is for the caller",
    exempt: ["cli"],
  },
];
