import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { MASK } from "@unmask/information";
import type { World } from "../command.ts";
import type { Screen } from "../io.ts";
import { runInMemory } from "../memory_io.ts";
import type { Sampling } from "../sample/sampling.ts";
import { iterationColour } from "./iteration_palette.ts";
import { VirtualTerminal } from "./virtual_terminal.ts";
import { watchSampling } from "./watch_sampling.ts";

function screen(columns: number, rows: number, rest: Partial<Screen> = {}): Screen {
  return { size: () => ({ columns, rows }), colours: true, redraws: true, ...rest };
}

/** A run whose sets and tokens are written down beforehand: token `i` is `i` modulo 10. */
function scripted(sets: readonly number[][], count = 1): Sampling {
  const length = sets.flat().length;
  return {
    count,
    sizes: sets.map((set) => set.length),
    source: { length, vocabularySize: 10 },
    *steps(): Generator<unknown, Int32Array> {
      const state = new Int32Array(length).fill(MASK);
      for (const [iteration, set] of sets.entries()) {
        for (const position of set) state[position] = position % 10;
        yield { iteration, positions: Int32Array.from(set), state };
      }
      return state;
    },
  } as unknown as Sampling;
}

/** The screen after every frame, and the waits between them. */
async function watched(
  sampling: Sampling,
  on: Screen,
): Promise<{ frames: string[][]; terminal: VirtualTerminal; waits: number[] }> {
  const terminal = new VirtualTerminal(on.size());
  const frames: string[][] = [];
  const waits: number[] = [];
  const world = {
    io: { screen: on, now: () => 0, write: (output: string) => terminal.write(output) },
    pause: (milliseconds: number) => Promise.resolve(void waits.push(milliseconds)),
  } as unknown as World;
  for await (const piece of watchSampling(sampling, world)) {
    terminal.write(piece);
    frames.push(terminal.text.filter((line) => line !== ""));
  }
  return { frames, terminal, waits };
}

Deno.test("a sequence is unmasked in place, a frame for each iteration, as the sampler reveals it", async () => {
  const { frames, terminal, waits } = await watched(
    scripted([[4, 1], [0], [3, 2]]),
    screen(80, 24),
  );
  deepStrictEqual(frames, [
    ["iteration 0 of 3, 0 of 5 revealed", "sizes 2 1 2", "· · · · ·"],
    ["iteration 1 of 3, 2 of 5 revealed", "sizes [2] 1 2", "· 1 · · 4"],
    ["iteration 2 of 3, 3 of 5 revealed", "sizes 2 [1] 2", "0 1 · · 4"],
    ["iteration 3 of 3, 5 of 5 revealed", "sizes 2 1 [2]", "0 1 2 3 4"],
  ]);
  // A few frames a second, and no wait behind the last one.
  deepStrictEqual(waits, [400, 400, 400]);
  deepStrictEqual([terminal.cursor, terminal.wraps, terminal.style], [true, true, ""]);
});

Deno.test("each token has the colour of the iteration that revealed it, and so has each size", async () => {
  const { terminal } = await watched(scripted([[4, 1], [0], [3, 2]]), screen(80, 24));
  const colours = (row: number, columns: number[]): number[] =>
    columns.map((column) => Number(/38;5;(\d+)/.exec(terminal.lines[row]![column]!.style)![1]));
  const [first, second, third] = [0, 1, 2].map((t) => iterationColour(t, 3));
  deepStrictEqual(colours(2, [0, 2, 4, 6, 8]), [second, first, third, third, first]);
  deepStrictEqual(colours(1, [6, 8, 11]), [first, second, third]);
});

Deno.test("without colours the newest tokens are in reverse, and no colour is sent", async () => {
  const sent: string[] = [];
  const world = {
    io: { screen: screen(80, 24, { colours: false }), now: () => 0, write: () => {} },
    pause: () => Promise.resolve(),
  } as unknown as World;
  for await (const piece of watchSampling(scripted([[4, 1], [0], [3, 2]]), world)) sent.push(piece);
  ok(!sent.join("").includes("38;5"));
  const terminal = new VirtualTerminal({ columns: 80, rows: 24 });
  for (const piece of sent.slice(0, 3)) terminal.write(piece);
  deepStrictEqual(
    terminal.lines[2]!.map(({ style }) => style),
    // 0 is new, 1 and 4 are not, the rest are masked and dim; spaces are in no style.
    ["7", "", "", "", "2", "", "2", "", ""],
  );
});

Deno.test("a sequence wraps at the width of the terminal, and resizing draws anew", async () => {
  const { frames } = await watched(scripted([[...Array(30).keys()]]), screen(20, 24));
  deepStrictEqual(frames.at(-1), [
    "iteration 1 of 1, 30",
    "sizes [30]",
    "0 1 2 3 4 5 6 7 8 9",
    "0 1 2 3 4 5 6 7 8 9",
    "0 1 2 3 4 5 6 7 8 9",
  ]);
  let columns = 40;
  const resized = screen(40, 24, { size: () => ({ columns: columns -= 10, rows: 24 }) });
  const lines = (await watched(scripted([[...Array(6).keys()]]), resized)).frames.at(-1)!;
  strictEqual(lines.filter((line) => line.startsWith("iteration")).length, 2);
});

Deno.test("what has no room on the terminal is counted, and shown whole at the end", async () => {
  const sets = Array.from({ length: 4 }, (_, t) => Array.from({ length: 20 }, (_, i) => 4 * i + t));
  const { frames, terminal } = await watched(scripted(sets), screen(20, 7));
  // 8 rows of 10 tokens; a line is the cursor's, two tell the progress.
  for (const frame of frames.slice(0, -1)) {
    strictEqual(frame.length, 6);
    strictEqual(frame.at(-1), ".. 5 more rows, whole at the end".slice(0, 20));
  }
  deepStrictEqual(terminal.text.filter((line) => line.startsWith("0 1 2")).length, 8);
  strictEqual(terminal.text.filter((line) => line.startsWith("iteration")).length, 1);
});

Deno.test("many iterations are drawn in a few seconds, some to a frame, and the last is shown", async () => {
  for (const steps of [1, 20, 64, 199, 1000, 5000]) {
    const { frames, waits } = await watched(
      scripted(Array.from({ length: steps }, (_, t) => [t])),
      screen(80, 24),
    );
    const time = waits.reduce((sum, wait) => sum + wait, 0);
    ok(time <= 8500, `${steps}: ${time}`);
    ok(waits.every((wait) => wait >= 40 && wait <= 400));
    // All 5000 rows of tokens scroll; the last progress is that of the whole sequence.
    const last = frames.at(-1)!.findLast((line) => line.startsWith("iteration"))!;
    match(last, new RegExp(`^iteration ${steps} of ${steps}, ${steps} of ${steps} revealed`));
  }
});

Deno.test("a slow law has a frame for every iteration", async () => {
  let time = 0;
  const world = {
    io: { screen: screen(80, 24), now: () => time += 300, write: () => {} },
    pause: () => Promise.resolve(),
  } as unknown as World;
  let frames = 0;
  const sets = Array.from({ length: 1000 }, (_, t) => [t]);
  for await (const _ of watchSampling(scripted(sets), world)) frames++;
  strictEqual(frames, 1001);
});

const chain = "sample --source potts-chain:length=12,states=11,coupling=2 --sizes 3,5,4 --watch";

Deno.test("where the output is no terminal there is a plain line for each iteration", async () => {
  for (const world of [{}, { io: { screen: screen(80, 24, { redraws: false }) } }]) {
    const { output, errors } = await runInMemory(chain.split(" "), world);
    strictEqual(errors, "");
    const lines = output.split("\n");
    strictEqual(lines.pop(), "");
    const states = lines.map((line, t) => {
      const [, words, tokens] = /^(.*): (.*)$/.exec(line)!;
      const revealed = [3, 8, 12][t];
      strictEqual(words, `iteration ${t + 1} of 3, ${revealed} of 12 revealed`);
      const state = tokens!.trim().split(/ +/);
      strictEqual(state.filter((token) => token !== "_").length, revealed);
      return state;
    });
    strictEqual(states.length, 3);
    // A token that is revealed stays.
    states.slice(1).forEach((state, t) => {
      state.forEach((token, i) => ok(states[t]![i] === "_" || states[t]![i] === token));
    });
    const plain = await runInMemory(chain.split(" ").slice(0, -1));
    strictEqual(`${states[2]!.join(" ")}\n`, plain.output);
  }
});

Deno.test("sequences are watched in turn, and are those that are written without it", async () => {
  const line = `${chain.replace(" --watch", "")} --count 3 --seed 5`.split(" ");
  const plain = (await runInMemory(line)).output.trimEnd().split("\n");
  const on = screen(80, 24);
  const { output, status } = await runInMemory([...line, "--watch"], { io: { screen: on } });
  strictEqual(status, 0);
  const terminal = new VirtualTerminal(on.size());
  terminal.write(output);
  deepStrictEqual(
    terminal.text.filter((line) => /^[ \d]/.test(line)).map((line) =>
      line.trim().replace(/ +/g, " ")
    ),
    plain,
  );
  deepStrictEqual(
    terminal.text.filter((line) => line.startsWith("sequence")),
    [1, 2, 3].map((n) => `sequence ${n} of 3, iteration 3 of 3, 12 of 12 revealed`),
  );
});

Deno.test("Ctrl-C and errors leave the terminal as it was", async () => {
  for (const fault of ["press", "fail"] as const) {
    const terminal = new VirtualTerminal({ columns: 80, rows: 24 });
    let press = (): void => {};
    let waits = 0;
    const { status, errors } = await runInMemory(chain.split(" "), {
      io: {
        screen: screen(80, 24),
        write: (output) => terminal.write(output as string),
        sleep(): Promise<void> {
          if (++waits < 2) return Promise.resolve();
          // The frame before was drawn with the cursor hidden.
          strictEqual(terminal.cursor, false);
          if (fault === "fail") return Promise.reject(new Error("gone"));
          return Promise.resolve(press());
        },
        onInterrupt(listener): () => void {
          press = () => listener("SIGINT");
          return () => {};
        },
      },
    });
    deepStrictEqual(
      [status, errors],
      fault === "press" ? [130, ""] : [1, "unmask: internal error: gone\n"],
    );
    deepStrictEqual([terminal.cursor, terminal.wraps, terminal.style], [true, true, ""]);
    match(terminal.text[0]!, /^iteration 1 of 3/);
  }
});

Deno.test("a text shows its characters, control characters as pictures", async () => {
  const { output } = await runInMemory(
    "sample --source text:file=t,length=40,alphabet=characters --sizes 20,20 --watch".split(" "),
    { files: { t: "a\n_\x1b[31m·\n" }, io: { screen: screen(80, 24) } },
  );
  const terminal = new VirtualTerminal({ columns: 80, rows: 24 });
  // It would throw on an escape of the text.
  terminal.write(output);
  match(terminal.text[2]!, /^[a␊_␛[31m·]{40}$/);
});
