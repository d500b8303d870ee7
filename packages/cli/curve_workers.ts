/** Most workers on a curve: a table is worth a few. */
const MOST_WORKERS = 8;

/**
 * How many workers may compute a curve: as many as there are cores, up to 8, or one where this process
 * may not read the files that they start from, as when it may read nothing but its input.
 *
 * @returns At least 1, which is this thread
 */
export function curveWorkers(): number {
  const module = new URL(import.meta.resolve("@unmask/information/workers"));
  const mayStart = module.protocol !== "file:" ||
    Deno.permissions.querySync({ name: "read", path: new URL("./", module) }).state === "granted";
  return mayStart ? Math.min(navigator.hardwareConcurrency, MOST_WORKERS) : 1;
}
