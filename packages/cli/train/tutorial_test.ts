import { ok, strictEqual } from "node:assert/strict";
import { commands } from "../commands.ts";
import { readArguments } from "../read_arguments.ts";

const page = await Deno.readTextFile(
  new URL("../../../docs/tutorials/train-and-measure.md", import.meta.url),
);
const lines = [...page.matchAll(/```sh\n([^]*?)```/g)]
  .flatMap(([, block]) => block!.trim().split("\n"))
  .map((line) => line.replace(/ +#.*/, ""));

Deno.test("the commands of the tutorial on training are understood, options and values", () => {
  strictEqual(lines.length, 11);
  for (const line of lines) {
    const [program, name, ...args] = line.split(" ");
    strictEqual(program, "unmask");
    const command = commands.find((candidate) => candidate.name === name);
    ok(command !== undefined, line);
    readArguments(command, args);
  }
});
