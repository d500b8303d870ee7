import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { join } from "node:path";
import { BadInput } from "./bad_input.ts";
import { OutputClosed } from "./io.ts";
import { terminalIo, writeAll } from "./terminal_io.ts";

Deno.test("writeAll() writes every byte, however few a call takes", () => {
  const written: number[] = [];
  let calls = 0;
  writeAll({
    writeSync(bytes): number {
      // Every third call finds a pipe that is full and does not block.
      if (++calls % 3 === 0) throw new Deno.errors.WouldBlock();
      const count = Math.min(bytes.length, calls % 5);
      written.push(...bytes.subarray(0, count));
      return count;
    },
  }, "déjà vu ".repeat(10));
  strictEqual(new TextDecoder().decode(Uint8Array.from(written)), "déjà vu ".repeat(10));
});

Deno.test("writeAll() writes bytes as they are", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const written: number[] = [];
  writeAll({
    writeSync(part): number {
      written.push(part[0]!);
      return 1;
    },
  }, bytes);
  deepStrictEqual(written, [...bytes]);
});

Deno.test("terminalIo() tells time that does not run back, and Ctrl-C can be given back", async () => {
  const io = terminalIo();
  const before = io.now();
  await io.sleep(5);
  // A timer may be early by less than a millisecond, and late by any time.
  ok(io.now() - before >= 4);
  let pressed = 0;
  io.onInterrupt(() => pressed++)();
  strictEqual(pressed, 0);
});

Deno.test("writeAll() tells a reader that has gone from a device that refuses", () => {
  const failing = (error: Error): { writeSync(): never } => ({
    writeSync(): never {
      throw error;
    },
  });
  throws(() => writeAll(failing(new Deno.errors.BrokenPipe()), "a"), OutputClosed);
  throws(() => writeAll(failing(new Error("No space left")), "a"), BadInput);
});

Deno.test("terminalIo() reads files up to a limit, and says why it cannot", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const file = join(folder, "numbers");
    await Deno.writeFile(file, new Uint8Array(3_000_000).fill(7));
    const io = terminalIo();
    const all = io.readFile(file, 1e9);
    ok(all.length === 3_000_000 && all.every((byte) => byte === 7));
    ok(io.readFile(file, 1000).length > 1000, "more than the limit shows that there is more");
    let length = 0;
    for (const chunk of io.readChunks(file)) {
      ok(chunk.length <= 2 ** 16 && chunk.every((byte) => byte === 7));
      length += chunk.length;
    }
    ok(length === 3_000_000);
    throws(() => [...io.readChunks(folder)], { message: "it is a directory" });
    throws(() => io.readFile(join(folder, "none"), 10), { message: "there is no such file" });
    throws(() => io.readFile(folder, 10), { message: "it is a directory" });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("terminalIo() writes a file whole or not at all, and leaves nothing beside it", async () => {
  const folder = await Deno.makeTempDir();
  const names = (): string[] => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
  try {
    const { writeFile } = terminalIo();
    const file = join(folder, "a.svg");
    await Deno.writeTextFile(file, "old");
    writeFile(file, new TextEncoder().encode("new"));
    strictEqual(await Deno.readTextFile(file), "new");
    if (Deno.build.os !== "windows") {
      // As readable for others as any file that the user makes.
      await Deno.writeTextFile(join(folder, "b"), "");
      strictEqual((await Deno.stat(file)).mode, (await Deno.stat(join(folder, "b"))).mode);
      await Deno.remove(join(folder, "b"));
    }
    await Deno.mkdir(join(folder, "c.svg"));
    const refusals: [string, string][] = [
      [join(folder, "none", "a.svg"), "there is no such directory"],
      [join(file, "a.svg"), "there is no such directory"],
      [join(folder, "c.svg"), "it is a directory"],
    ];
    for (const [path, message] of refusals) {
      throws(() => writeFile(path, new Uint8Array(1)), { message });
    }
    deepStrictEqual(names(), ["a.svg", "c.svg"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
