import assert from "node:assert/strict";
import { type Environment, machineName, readEnvironment } from "./environment.ts";

Deno.test("a machine is named for its processor, never for its host", async () => {
  const name = (cpuModel: string, cores: number): string =>
    machineName({ cpuModel, cores } as Environment);
  assert.equal(name("Intel(R) Xeon(R) CPU @ 2.20GHz", 4), "intel-xeon-4-cores");
  assert.equal(
    name("AMD Ryzen 9 7950X 16-Core Processor ", 32),
    "amd-ryzen-9-7950x-16-core-processor-32-cores",
  );
  assert.equal(name("Apple M3 Pro", 11), "apple-m3-pro-11-cores");
  const environment = await readEnvironment(new URL("../", import.meta.url));
  assert.match(machineName(environment), /^[a-z0-9]+(-[a-z0-9]+)*-[0-9]+-cores$/);
});
