import assert from "node:assert/strict";
import type { Column, Row } from "./claim.ts";
import { terminalTable } from "./terminal_table.ts";

const columns: readonly Column[] = [
  { key: "claim", label: "Claim" },
  { key: "verdict", label: "Verdict" },
  { key: "error", label: "Error", unit: "nats" },
];

Deno.test("terminalTable() aligns words left and numbers right, under their headings", () => {
  const rows: Row[] = [
    { claim: "slope", verdict: "holds", error: 0.0562 },
    { claim: "bound", verdict: "undecided", error: 12.5 },
    { claim: "text", verdict: "refuted", error: null },
  ];
  assert.equal(
    terminalTable(columns, rows),
    [
      "Claim  Verdict      Error",
      "                   (nats)",
      "─────  ─────────  ───────",
      "slope  holds       0.0562",
      "bound  undecided  12.5000",
      "text   refuted        n/a",
      "",
    ].join("\n"),
  );
});

Deno.test("terminalTable() is never wider than asked, whatever stands in the cells", () => {
  const pieces = [
    "",
    "a",
    "word ".repeat(30),
    "unbreakable".repeat(20),
    "\x1b[31mred\x1b[0m",
    "line\nfeed\ttab\u2028",
    "1".repeat(90),
  ];
  for (const width of [14, 20, 40, 80, 120]) {
    for (let first = 0; first < pieces.length; first++) {
      const rows: Row[] = pieces.map((piece, i) => ({
        claim: piece,
        verdict: pieces[(i + first) % pieces.length]!,
        error: (i - 2) * 10 ** (first - 3),
      }));
      const lines = terminalTable(columns, rows, { width }).split("\n");
      // These cells have one column a character, so lengths are widths.
      assert.ok(lines.every((line) => line.length <= width), `${width}`);
      assert.ok(lines.every((line) => !/\s$|\p{Cc}/u.test(line)));
    }
  }
});

Deno.test("terminalTable() loses no character when it wraps", () => {
  const claim =
    "The error of the uniform schedule falls in proportion to one over the number of steps";
  const text = terminalTable(columns, [{ claim, verdict: "holds", error: 1 }], { width: 40 });
  const wrapped = text.split("\n").slice(3).map((line) => line.slice(0, 22).trim());
  assert.equal(wrapped.join(" ").trim(), claim);
});

Deno.test("terminalTable() lets colours change no width", () => {
  const rows: Row[] = [{ claim: "slope", verdict: "holds", error: 1 }];
  const painted = terminalTable(columns, rows, {
    paint: (text, { column, row }) =>
      column.key === "verdict" && row["verdict"] === "holds" ? `\x1b[32m${text}\x1b[0m` : text,
  });
  assert.ok(painted.includes("\x1b[32mholds\x1b[0m"));
  assert.equal(painted.replace("\x1b[32mholds\x1b[0m", "holds"), terminalTable(columns, rows));
});

Deno.test("terminalTable() refuses no columns, and more than the width holds", () => {
  assert.throws(() => terminalTable([], []), RangeError);
  assert.throws(() => terminalTable(columns, [], { width: 9 }), RangeError);
  assert.throws(() => terminalTable(columns, [], { width: NaN }), RangeError);
});
