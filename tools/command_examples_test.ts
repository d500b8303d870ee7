import assert from "node:assert/strict";
import { commandExamples, ExampleShell } from "./command_examples.ts";

const docs = new URL("../docs/", import.meta.url);

/** Pages whose shell blocks can be run here as they stand. */
const pages = [
  "stumbling.md",
  ...[...Deno.readDirSync(new URL("handover/", docs))].map(({ name }) => `handover/${name}`).sort(),
  "tutorials/plan-from-losses.md",
];

/** Files of the repository that the pages use. */
const files = {
  "docs/tutorials/losses.csv": await Deno.readTextFile(new URL("tutorials/losses.csv", docs)),
};

for (const page of pages) {
  Deno.test(`the commands of docs/${page} print what stands below them`, async () => {
    const examples = commandExamples(await Deno.readTextFile(new URL(page, docs)));
    assert.ok(examples.length > 0);
    const shell = new ExampleShell(files);
    for (const { line, commands, shown } of examples) {
      let seen = "";
      for (const command of commands) seen += await shell.run(command);
      assert.equal(seen, shown ?? "", `docs/${page}:${line}`);
    }
  });
}

Deno.test("commandExamples() finds shell blocks that run unmask, each with the output below it", () => {
  const page = "a\n```sh\nunmask x\n```\n\n```text\none\ntwo\n```\n```sh\nother\n```\n" +
    "```sh\nunmask y > f\n```\n```ts\nlet a;\n```\n";
  assert.deepEqual(commandExamples(page), [
    { line: 2, commands: ["unmask x"], shown: "one\ntwo\n" },
    { line: 13, commands: ["unmask y > f"], shown: null },
  ]);
});

Deno.test("the shell of examples keeps files, cuts output, shows refusals, and knows little else", async () => {
  const shell = new ExampleShell();
  const source = "--source copies:length=3,states=2";
  assert.equal(await shell.run("echo '[1, 2]' > s.json"), "");
  assert.equal(await shell.run("cat s.json"), "[1, 2]\n");
  assert.equal(
    await shell.run(`unmask error ${source} --sizes-file s.json | head -1`),
    "copies, length 3, states 2\n",
  );
  assert.match(
    await shell.run(`unmask error ${source} --sizes 1`),
    /^unmask: Cannot use mask sizes/,
  );
  assert.match(
    await shell.run(`unmask error ${source} --sizes-file none`),
    /^unmask: Cannot read none: there is no such file\n$/,
  );
  await assert.rejects(shell.run("rm s.json"), /must be unmask, echo or cat, got rm/);
});
