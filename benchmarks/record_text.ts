/**
 * A record as JSON, indented by one, with lists of numbers on one line each: a run differs from another
 * in a line a call.
 *
 * @param record A record, or what else is kept of runs
 * @returns JSON that ends with a newline
 */
export function recordText(record: object): string {
  const indented = JSON.stringify(record, null, 1);
  const onOneLine = indented.replace(/\[[\d\s.,e+-]+\]/g, (list) => list.replaceAll(/\s+/g, ""));
  return `${onOneLine}\n`;
}
