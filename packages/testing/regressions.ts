/** A counterexample of the past, kept so that it is tried first from then on. */
export interface Regression<Value> {
  /** Name of the theorem that it broke. */
  readonly theorem: string;
  /** The shrunk value, as plain data. */
  readonly value: Value;
}

/**
 * The counterexamples kept for one theorem.
 *
 * @param folder Folder of `*.json` files, one regression each
 * @param theorem Name of the theorem
 * @returns Their values, in the order of the file names
 */
export function loadRegressions<Value>(folder: URL, theorem: string): Value[] {
  return [...Deno.readDirSync(folder)]
    .map(({ name }) => name)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name): Regression<Value> => JSON.parse(Deno.readTextFileSync(new URL(name, folder))))
    .filter((regression) => regression.theorem === theorem)
    .map(({ value }) => value);
}

/**
 * Keeps a counterexample as a file, named for the theorem it broke and numbered.
 *
 * @param folder Folder of `*.json` files
 * @param regression The theorem and the shrunk value
 * @returns The file written
 */
export function saveRegression<Value>(folder: URL, regression: Regression<Value>): URL {
  const slug = regression.theorem.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").slice(0, 60);
  const known = new Set([...Deno.readDirSync(folder)].map(({ name }) => name));
  let number = 1;
  while (known.has(`${slug}-${number}.json`)) number++;
  const file = new URL(`${slug}-${number}.json`, folder);
  Deno.writeTextFileSync(file, JSON.stringify(regression, null, 2) + "\n");
  return file;
}
