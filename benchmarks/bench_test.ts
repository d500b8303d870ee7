import assert from "node:assert/strict";
import { renderSvg } from "@unmask/reporting";
import { checkAnswers } from "./check_answers.ts";
import { engineKinds } from "./engine.ts";
import { mistakes } from "./mistakes.ts";
import { engineFigure } from "./report/engine_figure.ts";
import { runBenchmarks } from "./run_benchmarks.ts";
import { resultTable } from "./result_table.ts";
import { type AnyEngine, type AnyWorkload, loadSuite } from "./suite.ts";
import { timeCall } from "./time_call.ts";

const suite = await loadSuite();
const sizes = 2;
const moment = { time: 0, warmupTime: 0, samples: 2 };

Deno.test("every workload and every engine is met by another at the first size", () => {
  const calls = checkAnswers(suite, { sizes });
  const met = new Set(calls.flatMap(({ workload, engine }) => [workload, engine]));
  for (const item of [...suite.workloads, ...suite.engines]) assert.ok(met.has(item), item.name);
  const names = suite.workloads.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
});

Deno.test("answers at all sizes agree with theory and with each other", () => {
  for (const { toleranceUsed } of checkAnswers(suite)) assert.ok(toleranceUsed <= 1);
});

for (const workload of suite.workloads) {
  Deno.test(`${workload.name} refuses a wrong engine after one call, before any timing`, () => {
    const rivals = suite.engines.filter(({ question }) => question === workload.question);
    const mistake = mistakes[workload.question.name];
    assert.ok(mistake, `no mistake for ${workload.question.name}`);
    const input = workload.input(workload.size.values[0]!);
    const wrong = mistake(fastestOf(rivals.filter((engine) => engine.handles(input))));
    let calls = 0;
    const counted: AnyEngine = {
      ...wrong,
      name: "wrong",
      prepare: (input) => {
        const call = wrong.prepare(input);
        calls = 0;
        return () => {
          calls++;
          return call();
        };
      },
    };
    const refused = (engines: readonly AnyEngine[], judge = ""): void => {
      assert.throws(
        () => checkAnswers({ workloads: [workload], engines }, { sizes }),
        ({ message }: Error) =>
          / by wrong: its answer must agree with /.test(message) && message.includes(judge),
      );
      assert.equal(calls, 1);
    };
    refused([...rivals, counted]);
    if (workload.theory) refused([counted], workload.theory.from);
  });
}

Deno.test("an engine that is right when checked and wrong when timed is refused", () => {
  const workload = suite.workloads.find(({ name }) => name === "path-error")!;
  const rivals = suite.engines.filter(({ question }) => question === workload.question);
  const fast = rivals.find(({ kind }) => kind === "fast")!;
  const fickle: AnyEngine = {
    ...fast,
    prepare: (input) => {
      const call = fast.prepare(input);
      let calls = 0;
      return () => calls++ === 0 ? call() : 0;
    },
  };
  const [checked] = checkAnswers({ workloads: [workload], engines: [fickle] }, { sizes: 1 });
  const { answer } = timeCall(checked!.call, moment);
  assert.throws(() => checked!.confirm(answer), /agree with its first answer/);
});

Deno.test("an answer that nothing can be held against is refused", () => {
  const { theory: _, ...workload } = suite.workloads.find(({ name }) => name === "curve-length")!;
  assert.throws(
    () => checkAnswers({ workloads: [workload as AnyWorkload], engines: suite.engines }),
    /must have a theory value or a second engine, got 1 engines/,
  );
});

Deno.test("a quick run fills the record, the table and the figure", async () => {
  const record = await runBenchmarks({ quick: true });
  assert.deepEqual(record.workloads.map(({ name }) => name), suite.workloads.map((w) => w.name));
  for (const { name, times } of record.workloads) {
    const once = suite.workloads.find((workload) => workload.name === name)!.measuredOnce ?? false;
    for (const { median, samples, processMedians, interval: [low, high] } of times) {
      assert.equal(samples.length, once ? 1 : 2);
      // A call that starts a process of its own is its only sample.
      assert.ok(samples.every((own) => own.length >= 1));
      assert.equal(processMedians.length, samples.length);
      assert.ok(low > 0 && low <= median && median <= high);
    }
  }
  assert.deepEqual(JSON.parse(JSON.stringify(record)), record);
  for (const line of resultTable(record).split("\n")) assert.ok([...line].length <= 80, line);
  const { spec, alt } = engineFigure(record)!;
  assert.match(await renderSvg(spec, { alt }), /^<svg /);
});

Deno.test("a filter keeps the calls that it names, and their rivals still judge them", async () => {
  const { workloads } = await runBenchmarks({ quick: true, filter: "plain all pairs" });
  assert.deepEqual(workloads.map(({ name }) => name), ["optimum-plain"]);
  assert.ok(workloads[0]!.times.every(({ engine }) => engine === "all pairs"));
  assert.deepEqual((await runBenchmarks({ quick: true, filter: "?" })).workloads, []);
});

function fastestOf(engines: readonly AnyEngine[]): AnyEngine {
  const rank = ({ kind }: AnyEngine): number => engineKinds.indexOf(kind);
  return engines.toSorted((a, b) => rank(b) - rank(a))[0]!;
}
