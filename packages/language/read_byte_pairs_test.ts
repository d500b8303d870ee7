import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { BytePairs } from "./byte_pairs.ts";
import { readBytePairs } from "./read_byte_pairs.ts";

const merges: [number, number][] = [[101, 115], [256, 116], [108, 111], [258, 119]];

Deno.test("a saved vocabulary is read back as the same one", () => {
  const json = JSON.stringify(new BytePairs(merges));
  strictEqual(
    json,
    '{"format":"unmask byte pairs 1","merges":[[101,115],[256,116],[108,111],[258,119]]}',
  );
  const read = readBytePairs(json);
  deepStrictEqual(read.merges, merges);
  deepStrictEqual([...read.encode("lowest")], [259, 257]);
});

Deno.test("what is no saved vocabulary is refused", () => {
  const saved = (list: unknown): string =>
    JSON.stringify({ format: "unmask byte pairs 1", merges: list });
  const cases: [string, RegExp][] = [
    ["", /it must be JSON, got other text/],
    ['{"format":"unmask byte pairs 1","merges":[[1', /it must be JSON/],
    ["null", /its format must be "unmask byte pairs 1", got none/],
    ['{"format":"unmask byte pairs 2","merges":[]}', /got "unmask byte pairs 2"/],
    [saved(undefined), /merges must be a list of pairs/],
    [saved([[1, 2, 3]]), /merges must be a list of pairs/],
    [saved([[97, 256]]), /merge 0 must be of tokens from 0 to 255, got 256/],
    [saved([[97, "98"]]), /merge 0 must be of tokens from 0 to 255, got 98/],
    [saved([[97, null]]), /got null/],
    [saved([[97, 98], [-1, 0.5]]), /merge 1 must be of tokens from 0 to 256, got -1/],
    [saved([[97, 98], [97, 98]]), /every merge must be another pair, got 97, 98 twice/],
    [saved(new Array(65_281).fill([97, 98])), /merges must be at most 65280, got 65281/],
  ];
  for (const [json, message] of cases) {
    throws(() => readBytePairs(json), { name: "RangeError", message });
  }
  strictEqual(readBytePairs(saved([])).size, 256);
});
