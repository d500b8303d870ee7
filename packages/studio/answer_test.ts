import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { optimalSchedule, pathError } from "@unmask/convergence";
import { asIfExact, estimateCurve, LossCsvReader } from "@unmask/estimation";
import { pottsChain } from "@unmask/potts";
import { scheduleFamily } from "@unmask/schedules";
import { assertClose } from "@unmask/testing";
import { answerOf, type StudioAnswer } from "./answer.ts";
import { Desk } from "./desk.ts";
import {
  type BudgetChoice,
  firstChoice,
  type ScheduleChoice,
  type SourceChoice,
} from "./studio_state.ts";

function answerTo(
  source: SourceChoice,
  { budget = { kind: "steps", steps: 2 }, schedule = { kind: "optimal" } }: {
    budget?: BudgetChoice;
    schedule?: ScheduleChoice;
  } = {},
): StudioAnswer {
  const reply = new Desk().answer({ source, budget, schedule, sample: 0 });
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.content;
}

const byHand = (...sizes: number[]): { schedule: ScheduleChoice } => ({
  schedule: { kind: "sizes", sizes },
});

Deno.test("copies cost nothing once one token is known, and (L - s) ln K for a first size s", () => {
  const copies: SourceChoice = { kind: "copies", length: 12, states: 3 };
  strictEqual(answerTo(copies, byHand(1, 11)).price.nats, 0);
  strictEqual(answerTo(copies).price.nats, 0);
  // The control: two tokens at first, and one of them is drawn in vain.
  assertClose(answerTo(copies, byHand(2, 10)).price.nats, Math.log(3), { relative: 1e-12 });
  assertClose(answerTo(copies, byHand(12)).price.nats, 11 * Math.log(3), { relative: 1e-12 });
});

Deno.test("parity costs nothing if and only if the last token comes alone", () => {
  const parity: SourceChoice = { kind: "parity", length: 12, states: 3 };
  strictEqual(answerTo(parity, byHand(11, 1)).price.nats, 0);
  assertClose(answerTo(parity, byHand(10, 2)).price.nats, Math.log(3), { relative: 1e-12 });
});

Deno.test("a Reed-Solomon code costs nothing where an iteration ends at its dimension", () => {
  const code: SourceChoice = { kind: "reed-solomon", length: 12, dimension: 5 };
  strictEqual(answerTo(code, byHand(5, 7)).price.nats, 0);
  // Tokens 6 and 7 of the words modulo 13 are drawn without what tokens 1 to 5 say of them.
  assertClose(answerTo(code, byHand(7, 5)).price.nats, 2 * Math.log(13), { relative: 1e-12 });
});

Deno.test("the numbers of a chain are those of the library", () => {
  const source: SourceChoice = { kind: "potts-chain", length: 64, states: 4, coupling: 2 };
  const curve = pottsChain(source).informationCurve();
  const optimum = optimalSchedule(curve, { steps: 9 });
  const cosine = scheduleFamily("cosine").sizes({ length: 64, steps: 9 });
  const shown = answerTo(source, {
    budget: { kind: "steps", steps: 9 },
    schedule: { kind: "family", name: "cosine" },
  });
  deepStrictEqual(shown.sizes, cosine);
  strictEqual(shown.price.nats, pathError(curve, cosine));
  strictEqual(shown.optimum.nats, optimum.pathError);
  strictEqual(shown.price.interval, undefined);
  strictEqual(shown.frontier[0]!.pathError, shown.totalCorrelation);
  for (const { name, price } of shown.families) ok(price.nats >= optimum.pathError, name);
  for (const { name, kind, value } of shown.bounds) {
    ok(kind === "lower" || value >= shown.price.nats * (1 - 1e-12), name);
  }
  ok(shown.bounds.length >= 3);
});

Deno.test("an error as the budget gives the fewest steps that meet it", () => {
  const source: SourceChoice = { kind: "potts-chain", length: 64, states: 4, coupling: 2 };
  const { sizes, price } = answerTo(source, { budget: { kind: "error", error: 1 } });
  ok(price.nats <= 1);
  const fewer = answerTo(source, { budget: { kind: "steps", steps: sizes.length - 1 } });
  ok(fewer.price.nats > 1);
});

Deno.test("a log of losses is answered by estimates alone: intervals, and no bounds", () => {
  const losses = firstChoice("losses", 64);
  const answer = answerTo(losses, { budget: { kind: "steps", steps: 8 } });
  strictEqual(answer.exact, false);
  strictEqual(answer.playable, false);
  deepStrictEqual(answer.bounds, []);
  strictEqual(answer.standardErrors!.length, 64);
  for (const { nats, interval } of [answer.price, ...answer.families.map(({ price }) => price)]) {
    ok(interval && interval[0] < nats && nats < interval[1]);
  }
  ok(answer.notes.some((note) => note.includes("predictor's own error")));
});

const swapped = `masked_fraction,loss,standard_error\n${
  Array.from({ length: 16 }, (_, i) => `${(i + 1) / 16},${2.5 - 2 * ((i + 1) / 16) ** 2},0.01`)
    .join("\n")
}\n`;

Deno.test("a log that rises has no negative price, not even where it is answered", () => {
  const reader = new LossCsvReader({ length: 64 });
  swapped.trim().split("\n").forEach((line, i) => reader.add(line, i + 1));
  const estimate = estimateCurve(reader.log());
  const opened = { length: 64, curve: asIfExact(estimate.curve), estimate, notes: [] };
  const answer = answerOf(opened, {
    source: { kind: "losses", length: 64, csv: swapped },
    budget: { kind: "steps", steps: 8 },
    schedule: { kind: "family", name: "uniform" },
    sample: 0,
  });
  deepStrictEqual(answer.price, { nats: 0, interval: null });
  for (const { name, price } of answer.families) ok(price.nats >= 0, name);
  ok(answer.notes.some((note) => note.includes("below 0 as a whole")));
  ok(!answerTo(firstChoice("losses", 64)).notes.some((note) => note.includes("below 0")));
});

Deno.test("a saving of an estimate has the interval of the paired difference, and an exact one none", () => {
  const losses = firstChoice("losses", 64);
  const steps = { budget: { kind: "steps", steps: 8 } } as const;
  const cosine = answerTo(losses, { ...steps, schedule: { kind: "family", name: "cosine" } });
  const { saving } = cosine.families.find(({ name }) => name === "cosine")!;
  deepStrictEqual(cosine.saving, saving);
  const [low, high] = saving!.interval;
  ok(low < saving!.nats && saving!.nats < high);
  // Prices of the same noise: their difference is surer than each of them.
  ok(high - low < cosine.price.interval![1] - cosine.price.interval![0]);
  deepStrictEqual(answerTo(losses, steps).saving, { nats: 0, interval: [0, 0] });
  strictEqual(answerTo({ kind: "copies", length: 12, states: 3 }).saving, undefined);
});

Deno.test("an error as the budget of a log is met by the corrected price", () => {
  const losses = firstChoice("losses", 64);
  const { price, sizes } = answerTo(losses, { budget: { kind: "error", error: 3 } });
  ok(price.nats <= 3 && sizes.length < 64);
});

Deno.test("what a package refuses is told in its words", () => {
  const refusals: readonly (readonly [SourceChoice, RegExp])[] = [
    [
      { kind: "losses", length: 8, csv: "step,loss\n1,2\n" },
      /^Cannot read a loss log: line 1: a column must be called masked_fraction or revealed/,
    ],
    [
      { kind: "losses", length: 8, csv: "" },
      /^Cannot read a loss log: the file must have a header/,
    ],
    [
      { kind: "losses", length: 8, csv: "revealed,loss\n<img src=x>,1\n" },
      /^Cannot read a loss log: line 2: revealed must be a number .* got "<img src=x>"$/,
    ],
    [
      { kind: "text", length: 8, text: "aaa" },
      /^Cannot fit a chain: the text must have two symbols/,
    ],
    [
      { kind: "losses", length: 64, csv: swapped },
      /^Cannot use the losses: losses must not rise .* is the fraction column the revealed one/,
    ],
  ];
  for (const [source, words] of refusals) {
    const reply = new Desk().answer({
      source,
      budget: { kind: "steps", steps: 2 },
      schedule: { kind: "optimal" },
      sample: 0,
    });
    ok(!reply.ok);
    ok(words.test(reply.refusal), reply.refusal);
  }
});

Deno.test("a desk answers a source as a new desk does after it refused another", () => {
  const desk = new Desk();
  const plan = {
    budget: { kind: "steps", steps: 3 },
    schedule: { kind: "optimal" },
    sample: 0,
  } as const;
  const copies: SourceChoice = { kind: "copies", length: 12, states: 3 };
  const first = desk.answer({ source: copies, ...plan });
  ok(!desk.answer({ source: { kind: "losses", length: 12, csv: "" }, ...plan }).ok);
  deepStrictEqual(desk.answer({ source: copies, ...plan }), first);
  const longer = desk.answer({ source: { ...copies, length: 13 }, ...plan });
  ok(longer.ok && longer.content.sizes.reduce((sum, size) => sum + size) === 13);
});
