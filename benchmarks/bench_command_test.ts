import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

const bench = fileURLToPath(import.meta.resolve("./bench.ts"));

Deno.test("deno task bench refuses what it does not know at once, in one line and with status 2", async () => {
  const refused: readonly (readonly [readonly string[], RegExp])[] = [
    [["noise", "--full"], /^Cannot measure the noise: there must be no options, got --full\n$/],
    [["self-test", "now"], /^Cannot test the comparison: there must be no options, got now\n$/],
    [
      ["science", "--read"],
      /^Cannot compute the figures: the only option must be --write, got .*\n$/,
    ],
    [["constructor"], /^Unexpected argument 'constructor'.*\n$/],
    [["--fast"], /^Unknown option '--fast'.*\n$/],
    [["--quick", "--full"], /^Cannot bench: a run must be quick or full, got both\n$/],
    [["--processes", "0"], /^Cannot bench: processes must be an integer in \[1, 99\], got 0\n$/],
    [["--record", ""], /^Cannot bench: record must be the path of a file, got none\n$/],
  ];
  const text = new TextDecoder();
  for (const [args, message] of refused) {
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "--quiet", "--no-check", "--allow-all", bench, ...args],
      stdin: "null",
    }).output();
    assert.match(text.decode(stderr), message);
    assert.deepEqual([code, text.decode(stdout)], [2, ""], args.join(" "));
  }
});
