/**
 * A paragraph broken at spaces; no-break spaces hold words together and are written as spaces.
 *
 * @param text Words with single spaces between them
 * @param options `columns`, greatest width; `indent`, spaces before every line; `hang`, further
 *   spaces before every line but the first
 * @returns Lines, the last one ended too; a word longer than a line stands alone
 */
export function wrapText(
  text: string,
  options: { columns: number; indent?: number; hang?: number },
): string {
  const { columns, indent = 0, hang = 0 } = options;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const before = indent + (lines.length === 0 ? 0 : hang);
    if (line !== "" && before + line.length + 1 + word.length > columns) {
      lines.push(" ".repeat(before) + line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  const before = indent + (lines.length === 0 ? 0 : hang);
  return [...lines, " ".repeat(before) + line].join("\n").replaceAll("\u00a0", " ") + "\n";
}
