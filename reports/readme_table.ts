import type { ClaimReport } from "@unmask/reporting";

const BEGIN = "<!-- claims: written by deno task reproduce -->";
const END = "<!-- end of claims -->";

/**
 * The README with its table of claims brought up to date.
 *
 * @param readme Text with the two marks around the table
 * @param reports The claims, in the order in which they are told
 * @returns The text with one row per claim between the marks
 * @throws {RangeError} When a mark is missing
 */
export function withClaimsTable(readme: string, reports: readonly ClaimReport[]): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (!(begin >= 0 && end > begin)) {
    throw new RangeError(
      `Cannot update the README: it must hold the marks "${BEGIN}" and "${END}"`,
    );
  }
  const rows = reports.map(({ key, title, verdict, evidence }) =>
    `| [${title}](reports/${key}/claim.md) | ${verdict} | ${evidence.replaceAll("|", "\\|")} |`
  );
  const table = ["| claim | verdict | evidence |", "| --- | --- | --- |", ...rows].join("\n");
  return `${readme.slice(0, begin)}${BEGIN}\n\n${table}\n\n${readme.slice(end)}`;
}
