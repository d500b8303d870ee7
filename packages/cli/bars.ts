const eighths = "▁▂▃▄▅▆▇█";

/**
 * A row of bars, one character each, as high as the values are against the greatest.
 *
 * @param values Non-negative numbers
 * @param options `columns`, greatest width: more values than that are averaged in equal runs
 * @returns One line without its end
 */
export function sparkline(values: readonly number[], options: { columns: number }): string {
  const bins = Math.min(values.length, options.columns);
  const means = Array.from({ length: bins }, (_, bin) => {
    const from = Math.floor(bin * values.length / bins);
    const to = Math.floor((bin + 1) * values.length / bins);
    return values.slice(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
  });
  const greatest = means.reduce((most, value) => Math.max(most, value), 0);
  return means.map((value) => {
    const level = greatest > 0 ? Math.ceil(8 * value / greatest) : 0;
    return eighths[Math.max(1, level) - 1]!;
  }).join("");
}

/**
 * A horizontal bar.
 *
 * @param share Of the full width, in [0, 1]
 * @param width Characters of a full bar
 * @returns Its characters, none for a share that rounds to 0
 */
export function bar(share: number, width: number): string {
  return "█".repeat(Math.round(width * share));
}
