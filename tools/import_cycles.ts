/** A directed graph of modules: for each path, the paths it imports. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/**
 * The import cycles that a depth first walk closes: at least one wherever there is any.
 *
 * A module is left for good once everything it reaches was walked, so each import is followed once.
 *
 * @param graph Imports of each module; targets that are not keys are ignored
 * @returns Cycles as paths, each closed by repeating its first module; none where imports are acyclic
 */
export function importCycles(graph: ImportGraph): string[][] {
  const cycles: string[][] = [];
  const finished = new Set<string>();
  const path: string[] = [];

  const walk = (module: string): void => {
    if (finished.has(module)) return;
    const start = path.indexOf(module);
    if (start >= 0) {
      cycles.push([...path.slice(start), module]);
      return;
    }
    path.push(module);
    for (const target of graph.get(module) ?? []) {
      if (graph.has(target)) walk(target);
    }
    path.pop();
    finished.add(module);
  };

  for (const module of [...graph.keys()].sort()) walk(module);
  return cycles;
}
