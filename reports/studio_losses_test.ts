import { deepStrictEqual, notDeepStrictEqual, strictEqual } from "node:assert/strict";
import { type Io, run } from "@unmask/cli";
import { Desk } from "@unmask/studio";

const bytes = await Deno.readFile(new URL("../docs/tutorials/losses.csv", import.meta.url));

// deno-lint-ignore no-explicit-any -- a JSON document
async function commandPlan(...options: string[]): Promise<any> {
  let output = "";
  const io: Io = {
    readFile: () => bytes,
    *readChunks(): Generator<Uint8Array> {
      yield bytes;
    },
    writeFile(): void {},
    makeDirectory: () => {},
    lock: () => () => {},
    fonts: () => [],
    write(text): void {
      output += text;
    },
    writeError(): void {},
    columns: 80,
    interactive: false,
    debug: false,
    screen: undefined,
    now: () => 0,
    sleep: () => Promise.resolve(),
    onInterrupt: () => () => {},
  };
  const source = ["--source", "losses:file=losses.csv,length=64"];
  strictEqual(await run(["plan", ...source, "--json", ...options], io), 0);
  return JSON.parse(output);
}

Deno.test("the studio and the command say the same of a log, to the last bit", async () => {
  const plan = await commandPlan("--steps", "16");
  const reply = new Desk().answer({
    source: { kind: "losses", length: 64, csv: new TextDecoder().decode(bytes) },
    budget: { kind: "steps", steps: 16 },
    schedule: { kind: "family", name: "uniform" },
    sample: 0,
  });
  if (!reply.ok) throw new Error(reply.refusal);
  const { optimum, saving, price } = reply.content;
  deepStrictEqual(optimum, { nats: plan.pathError, interval: plan.interval });
  deepStrictEqual(saving, { nats: plan.gain.nats, interval: plan.gain.interval });
  const uniform = plan.comparison.find((row: { schedule: string }) => row.schedule === "uniform");
  deepStrictEqual(price, { nats: uniform.pathError, interval: uniform.interval });
  // The control: other splits, other numbers.
  const other = await commandPlan("--steps", "16", "--seed", "1");
  notDeepStrictEqual(optimum, { nats: other.pathError, interval: other.interval });
});

Deno.test("the studio and the command take as many steps for an error on a log", async () => {
  const plan = await commandPlan("--error", "3");
  const reply = new Desk().answer({
    source: { kind: "losses", length: 64, csv: new TextDecoder().decode(bytes) },
    budget: { kind: "error", error: 3 },
    schedule: { kind: "optimal" },
    sample: 0,
  });
  if (!reply.ok) throw new Error(reply.refusal);
  deepStrictEqual([...reply.content.sizes], plan.sizes);
  strictEqual(reply.content.price.nats, plan.pathError);
});
