import type { ClaimData } from "./claim_data.ts";

/** One row a line: a changed number shows as one changed line. */
export function serialise(value: object): string {
  const { rows, ...head } = value as Partial<ClaimData>;
  if (rows === undefined) return JSON.stringify(value, null, 2) + "\n";
  const lines = rows.map((row) => "    " + JSON.stringify(row));
  return JSON.stringify(head, null, 2).replace(/\n\}$/, "") +
    `,\n  "rows": [\n${lines.join(",\n")}\n  ]\n}\n`;
}
