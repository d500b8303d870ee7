import { notStrictEqual, strictEqual } from "node:assert/strict";
import { LossLogBuilder } from "./loss_log_builder.ts";
import { logCell } from "./log_cell.ts";

function cellOf(rows: readonly [number, number, number][]): string {
  const builder = new LossLogBuilder({
    length: 8,
    coordinate: "revealed",
    precision: "standard-error",
  });
  for (const [place, loss, precision] of rows) builder.add({ place, loss, precision });
  return logCell(builder.log());
}

Deno.test("logCell() names the numbers of a log, whatever their order, and nothing else", () => {
  const rows: [number, number, number][] = [[0, 2, 0.1], [3, 1, 0.1], [7, 0.5, 0.1]];
  strictEqual(cellOf(rows), cellOf(rows.toReversed()));
  for (const [row, value] of [[0, 2.1], [1, 1.1], [2, 0.6]] as const) {
    const other = rows.map(([place, loss, error], i): [number, number, number] => [
      place,
      i === row ? value : loss,
      error,
    ]);
    notStrictEqual(cellOf(other), cellOf(rows));
  }
  notStrictEqual(cellOf([[0, 2, 0.2], ...rows.slice(1)]), cellOf(rows));
});
