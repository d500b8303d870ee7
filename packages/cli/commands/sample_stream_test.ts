import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { runInMemory } from "../memory_io.ts";

Deno.test("sample writes what is drawn before the rest, piece by piece", async () => {
  const line = "sample --source product:length=1000,states=2 --sizes 500,500 --count 400".split(
    " ",
  );
  const { output, pieces } = await runInMemory(line);
  strictEqual(output.split("\n").length, 401);
  ok(pieces.length > 5);
  // 65 sequences of 2,000 characters: no piece grows with the count.
  ok(pieces.every((piece) => piece.length <= 65 * 2000));
});

Deno.test("an error before the first sequence leaves standard output empty, a later one ends it", async () => {
  for (const format of ["text", "json", "jsonl", "npy"]) {
    const line =
      `sample --source copies:length=8,states=2 --sizes 4,4 --count 9 --format ${format}`;
    for (const [after, empty] of [[1, true], [5, false]] as const) {
      let time = 0;
      let looks = 0;
      const { status, output, errors } = await runInMemory(line.split(" "), {
        io: {
          // A slow machine: every iteration takes a second.
          now: () => time += 1000,
          sleep(): Promise<void> {
            return ++looks < after
              ? Promise.resolve()
              : Promise.reject(new TypeError("the law fell\nover"));
          },
        },
      });
      strictEqual(status, 1);
      strictEqual(errors, "unmask: internal error: the law fell\\nover\n");
      strictEqual(output === "", empty, format);
    }
  }
});

Deno.test("Ctrl-C ends sample with status 130, and is given back to the system", async () => {
  let time = 0;
  let listening = 0;
  let press = (): void => {};
  let looks = 0;
  const line = "sample --source copies:length=8,states=2 --sizes 8 --count 1000";
  const { status, output, errors } = await runInMemory(line.split(" "), {
    interactive: true,
    io: {
      now: () => time += 60,
      sleep(): Promise<void> {
        if (++looks === 7) press();
        return Promise.resolve();
      },
      onInterrupt(listener): () => void {
        listening++;
        press = () => listener("SIGINT");
        return () => listening--;
      },
    },
  });
  deepStrictEqual([status, looks, listening], [130, 7, 0]);
  ok(output.endsWith("\n") && output.split("\n").length < 100);
  ok(errors.includes("sampling: ") && errors.endsWith("\r\x1b[2K"), "progress is wiped");
});

Deno.test("sample and its progress share a terminal line by line", async () => {
  let time = 0;
  const shown: string[] = [];
  const line = "sample --source copies:length=8,states=2 --sizes 4,4 --count 12";
  const { status } = await runInMemory(line.split(" "), {
    interactive: true,
    io: {
      now: () => time += 130,
      screen: { size: () => ({ columns: 80, rows: 24 }), colours: true, redraws: true },
      write: (output) => void shown.push(output as string),
      writeError: (text) => void shown.push(text),
    },
  });
  strictEqual(status, 0);
  // A sequence is never written behind a message, and a message never stays.
  let line0 = "";
  for (const piece of shown) {
    if (piece.startsWith("\r\x1b[2K")) line0 = piece.slice(5);
    else {
      strictEqual(line0, "");
      ok(/^([01 ]+\n)+$/.test(piece), piece);
    }
  }
  ok(shown.some((piece) => piece.includes("of 12 sequences")));
  strictEqual(line0, "");
});

Deno.test("progress never takes more than the one line that is wiped", async () => {
  let time = 0;
  const line = "sample --source copies:length=8,states=2 --sizes 4,4 --count 12";
  const { errors } = await runInMemory(line.split(" "), {
    interactive: true,
    io: { columns: 40, now: () => time += 130 },
  });
  const shown = errors.split("\r\x1b[2K").filter((text) => text !== "");
  ok(shown.length > 3 && shown.every((text) => text.length <= 39), shown.join());
  ok(shown.some((text) => text.length === 39), "some were cut");
});
