import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { drawNormals, streamFamily } from "@unmask/random";
import { estimateCurve } from "./estimate_curve.ts";
import { LossLogBuilder, PLACE_LIMIT } from "./loss_log_builder.ts";
import { studentQuantile } from "./student_quantile.ts";

Deno.test("rows at one place are merged with weights 1/se^2, and said to be", () => {
  const builder = new LossLogBuilder({
    length: 4,
    coordinate: "revealed",
    precision: "standard-error",
  });
  builder.add({ place: 2, loss: 1, precision: 0.1 });
  builder.add({ place: 0, loss: 3, precision: 0.1 });
  builder.add({ place: 2, loss: 2, precision: 0.2 });
  builder.add({ place: 3, loss: 1, precision: 0.1 });
  const log = builder.log();
  deepStrictEqual([...log.places], [0, 2, 3]);
  // (1 * 100 + 2 * 25) / 125, with the variance 1 / 125.
  ok(Math.abs(log.losses[1]! - 1.2) < 1e-14 && Math.abs(log.variances[1]! - 1 / 125) < 1e-16);
  deepStrictEqual([log.rows, log.repeated, log.binned], [4, 1, false]);
  deepStrictEqual(log.noise, { kind: "given", degreesOfFreedom: Infinity });
});

Deno.test("masked fractions become revealed ones, in increasing order", () => {
  const builder = new LossLogBuilder({
    length: 9,
    coordinate: "masked-fraction",
    precision: "none",
  });
  for (const [place, loss] of [[1, 3], [0.25, 1], [0.5, 2.1]] as const) {
    builder.add({ place, loss });
  }
  deepStrictEqual([...builder.log().places], [0, 0.5, 0.75]);
});

Deno.test("noise that no row states is estimated, from repeats and from neighbours", () => {
  // 2,000 rows have about 1,000 or 1,990 degrees of freedom: 15% is over 4 standard deviations.
  for (const places of [2000, 20]) {
    const builder = new LossLogBuilder({
      length: 2000,
      coordinate: "masked-fraction",
      precision: "none",
    });
    const stream = streamFamily({ seed: 5, cell: `${places}`, purpose: "noise" }).at(0);
    const noise = drawNormals(2000, stream);
    for (let i = 0; i < 2000; i++) {
      const place = (i % places) / places;
      builder.add({ place, loss: 5 + 2 * place + 0.3 * noise[i]! });
    }
    const log = builder.log();
    strictEqual(log.noise.kind, "estimated");
    let sum = 0;
    for (const variance of log.variances) sum += variance / log.variances.length;
    const rows = 2000 / log.places.length;
    ok(Math.abs(sum * rows / 0.09 - 1) < 0.15, `${places}: ${sum * rows}`);
  }
});

Deno.test("more places than the limit share bins, at their mean place", () => {
  const limit = PLACE_LIMIT["masked-fraction"];
  const builder = new LossLogBuilder({
    length: 64,
    coordinate: "masked-fraction",
    precision: "count",
  });
  const rows = 3 * limit;
  for (let i = 0; i < rows; i++) {
    builder.add({ place: (i + 0.5) / rows, loss: 1, precision: 1 + i % 2 });
  }
  const log = builder.log();
  deepStrictEqual([log.binned, log.rows], [true, rows]);
  strictEqual(log.places.length, limit);
  ok(log.places.every((place, i) => Math.floor(place * limit) === i));
});

Deno.test("rows and logs that are none are refused, saying why", () => {
  const row = "Cannot use a row of losses:";
  const revealed = { length: 8, coordinate: "revealed", precision: "standard-error" } as const;
  const cases = [
    [
      { place: 8, loss: 1, precision: 1 },
      `${row} revealed must be an integer from 0 to 7, the length less one, got 8`,
    ],
    [
      { place: 1.5, loss: 1, precision: 1 },
      `${row} revealed must be an integer from 0 to 7, the length less one, got 1.5`,
    ],
    [
      { place: 1, loss: -1, precision: 1 },
      `${row} loss must be a finite number of at least 0, got -1`,
    ],
    [
      { place: 1, loss: NaN, precision: 1 },
      `${row} loss must be a finite number of at least 0, got NaN`,
    ],
    [
      { place: 1, loss: 1, precision: 0 },
      `${row} standard_error must be a finite number above 0, got 0`,
    ],
  ] as const;
  for (const [values, message] of cases) {
    throws(() => new LossLogBuilder(revealed).add(values), { name: "RangeError", message });
  }
  const counts = new LossLogBuilder({
    length: 8,
    coordinate: "masked-fraction",
    precision: "count",
  });
  throws(
    () => counts.add({ place: 1.1, loss: 1, precision: 1 }),
    /masked_fraction must be from 0 to 1, got 1.1/,
  );
  throws(
    () => counts.add({ place: 1, loss: 1, precision: 1.5 }),
    /count must be an integer of at least 1, got 1.5/,
  );
  throws(() => counts.log(), /different places must be at least 3, got 0 in 0 rows/);
  throws(
    () => new LossLogBuilder({ ...revealed, length: 1 }),
    /length must be an integer of at least 2, got 1/,
  );
});

Deno.test("studentQuantile() is that of the tables", () => {
  // Abramowitz and Stegun, table 26.10.
  const table = [[1, 12.706], [2, 4.303], [3, 3.182], [5, 2.571], [10, 2.228], [30, 2.042], [
    120,
    1.980,
  ], [Infinity, 1.960]] as const;
  for (const [freedom, quantile] of table) {
    ok(Math.abs(studentQuantile(freedom) / quantile - 1) < 0.005, `${freedom}`);
  }
});

Deno.test("precisions and losses that a fit cannot compute with are refused, naming them", () => {
  const rows = (precision: "standard-error" | "count", values: number[], loss = 2) => {
    const builder = new LossLogBuilder({ length: 64, coordinate: "revealed", precision });
    values.forEach((value, place) => builder.add({ place, loss, precision: value }));
    return builder.log();
  };
  throws(() => rows("standard-error", [1e-200, 0.1, 0.1]), /from 1e-100 to 1e\+100, got 1e-200$/);
  throws(() => rows("standard-error", [1e200, 1e200, 1e200]), /from 1e-100 to .*, got 1e\+200$/);
  throws(
    () => rows("standard-error", [1e-6, 0.1, 0.1]),
    /a factor of 10000 .* got 0.000001 and 0.1$/,
  );
  throws(() => rows("count", [1, 2, 1e13]), /counts must be within .* got 1 and 10000000000000$/);
  throws(() => rows("count", [1, 2, 3], 1e308), /loss must be at most 1e\+100, got 1e\+308$/);
  for (const precision of [1e-100, 1, 1e100]) {
    for (const loss of [0, 2, 1e100]) {
      const estimate = estimateCurve(
        rows("standard-error", [precision, precision, precision], loss),
      );
      ok(estimate.coefficients.every(Number.isFinite), `${precision} ${loss}`);
    }
  }
  strictEqual(estimateCurve(rows("standard-error", [2e-5, 0.1, 0.1])).log.rows, 3);
});

Deno.test("one row a place tells the noise of a curve that bends", () => {
  // On lines through two neighbours this noise looks four times as large, and on cubics it is
  // known to about a fifth.
  let sum = 0;
  for (let log = 0; log < 40; log++) {
    const builder = new LossLogBuilder({ length: 96, coordinate: "revealed", precision: "none" });
    const noise = drawNormals(24, streamFamily({ seed: 2, cell: "bend", purpose: "t" }).at(log));
    for (let i = 0; i < 24; i++) {
      builder.add({ place: 4 * i, loss: 1 + 2 * Math.exp(-i / 4) + 0.01 * noise[i]! });
    }
    sum += Math.sqrt(builder.log().variances[12]!) / 40;
  }
  ok(sum > 0.009 && sum < 0.012, `${sum}`);
});
