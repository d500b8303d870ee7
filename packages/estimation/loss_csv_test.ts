import { deepStrictEqual, throws } from "node:assert/strict";
import { LossCsvReader } from "./loss_csv.ts";
import { LossLogBuilder } from "./loss_log_builder.ts";

function read(text: string): LossCsvReader {
  const reader = new LossCsvReader({ length: 8 });
  text.split("\n").forEach((line, i) => reader.add(line, i + 1));
  return reader;
}

Deno.test("a reader gives the log that its rows give, columns in any order", () => {
  const builder = new LossLogBuilder({ length: 8, coordinate: "revealed", precision: "count" });
  for (const [place, loss, precision] of [[0, 3, 4], [3, 2.5, 9], [7, 1, 1]] as const) {
    builder.add({ place, loss, precision });
  }
  deepStrictEqual(
    read('count,note,loss,revealed\n4,"a, b",3,0\n\n9,,2.5,3\n1,,1,7\n').log(),
    builder.log(),
  );
});

Deno.test("a refusal names the line, and repeats no more than a short part of it", () => {
  throws(() => read("revealed,loss\n0,3\n9,1"), {
    name: "RangeError",
    message:
      "Cannot read a loss log: line 3: revealed must be an integer from 0 to 7, the length less one, got 9",
  });
  throws(() => read(`revealed,loss\n0,${"x".repeat(1000)}`), /got x{80}\.\.$/);
  throws(() => read("").log(), /^RangeError: Cannot read a loss log: the file must have a header/);
  throws(
    () => read("revealed,loss\n0,1\n").log(),
    /^RangeError: Cannot read a loss log: different/,
  );
});
