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
