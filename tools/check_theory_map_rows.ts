import { posix } from "node:path";

/** One row of the theory map: a statement, where it is coded and how it is checked. */
export interface TheoryMapRow {
  /** Line in the file, from 1. */
  readonly line: number;
  /** Key of the bound where the statement is one, `null` for other statements. */
  readonly bound: string | null;
  /** Files with the code, relative to the root. */
  readonly files: readonly string[];
  /** Files with its laws and tests, relative to the root. */
  readonly tests: readonly string[];
  /** Folders of reports, relative to the root. */
  readonly reports: readonly string[];
  /** How far it is established. */
  readonly status: string;
}

const heading = ["Statement", "Theorem", "Hypotheses", "File", "Test", "Report", "Status"];

/**
 * Reads every table of the theory map that has its seven columns; other tables are left alone.
 *
 * @param markdown Text of `docs/theory-map.md`
 * @returns The rows, in order
 * @throws {RangeError} When a row has not the columns of its heading
 */
export function theoryMapRows(markdown: string): TheoryMapRow[] {
  const rows: TheoryMapRow[] = [];
  let inMap = false;
  markdown.split("\n").forEach((text, index) => {
    if (!text.startsWith("|")) {
      inMap = false;
      return;
    }
    const cells = text.split("|").slice(1, -1).map((cell) => cell.trim());
    if (cells.join() === heading.join()) {
      inMap = true;
      return;
    }
    if (!inMap || cells.every((cell) => /^:?-+:?$/.test(cell))) return;
    if (cells.length !== heading.length) {
      throw new RangeError(
        `Cannot read the theory map: line ${
          index + 1
        } must have ${heading.length} columns, got ${cells.length}`,
      );
    }
    const [statement, , , files, tests, reports, status] = cells;
    rows.push({
      line: index + 1,
      bound: /^`([a-z0-9-]+)`$/.exec(statement!)?.[1] ?? null,
      files: linkedPaths(files!),
      tests: linkedPaths(tests!),
      reports: linkedPaths(reports!),
      status: status!,
    });
  });
  return rows;
}

/** Targets of Markdown links, from `docs/` to the root. */
function linkedPaths(cell: string): string[] {
  return Array.from(cell.matchAll(/\]\(([^)]+)\)/g), ([, target]) => posix.join("docs", target!));
}
