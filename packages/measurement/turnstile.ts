/**
 * Lets a few tasks run at a time; the others wait in the order in which they came.
 *
 * @param places How many run at a time
 * @returns Runs a task when there is a place, and gives its result
 */
export function turnstile(places: number): <T>(task: () => Promise<T>) => Promise<T> {
  let free = places;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (free > 0) free--;
    else await new Promise<void>((enter) => waiting.push(enter));
    try {
      return await task();
    } finally {
      // A place is handed on, so that nobody can slip in between.
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}
