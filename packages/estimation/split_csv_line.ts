/**
 * The fields of one line of CSV.
 *
 * A field in double quotes may hold commas, and two double quotes for one (RFC 4180); it must end on
 * its line. Spaces about a field are dropped.
 *
 * @param line The line
 * @returns Its fields, or undefined where a quote does not end or text follows it
 */
export function splitCsvLine(line: string): string[] | undefined {
  if (!line.includes('"')) return line.split(",").map((field) => field.trim());
  const fields: string[] = [];
  const field = /\s*(?:"((?:[^"]|"")*)"|([^",]*))\s*(,|$)/y;
  for (;;) {
    const match = field.exec(line);
    if (match === null) return undefined;
    const [, quoted, plain, end] = match;
    fields.push((quoted?.replaceAll('""', '"') ?? plain!).trim());
    if (end === "") return fields;
  }
}
