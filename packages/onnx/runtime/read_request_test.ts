import { deepStrictEqual, throws } from "node:assert/strict";
import { readRequest } from "./read_request.ts";
import { readServedModel } from "./served_model.ts";

const served = {
  name: "toy",
  file: "model.onnx",
  length: 3,
  vocabularySize: 5,
  maskToken: 4,
  before: [],
  after: [],
  excluded: [],
};

const good = { id: 7, sequences: [[0, null, null]], positions: [[1, 2]], tokens: [[3, 4]] };

Deno.test("readRequest() takes requests with tokens and without", () => {
  deepStrictEqual(readRequest(good, served), good);
  const { tokens: _, ...whole } = good;
  deepStrictEqual(readRequest(whole, served), whole);
  const longer = { ...good, sequences: [[0, null, null, 1, 1]] };
  deepStrictEqual(readRequest(longer, { ...served, length: null }), longer);
});

Deno.test("readRequest() refuses whatever would read a number of something else", () => {
  const cases: [object | undefined | string, RegExp][] = [
    [undefined, /id must be a number or a text, got nothing/],
    ["text", /id must be/],
    [{ ...good, id: null }, /id must be a number or a text, got null/],
    [{ ...good, sequences: [] }, /sequences must be a list of lists/],
    [{ ...good, sequences: [3] }, /sequences must be a list of lists/],
    [{ ...good, sequences: [[0, null]] }, /every sequence must have 3 tokens, got 2/],
    [{ ...good, sequences: [[0, null, 5]] }, /tokens must be null or from 0 to 4, got 5/],
    [{ ...good, sequences: [[0, null, 0.5]] }, /tokens must be null or from 0 to 4, got 0.5/],
    [{ ...good, positions: [] }, /positions must be a list for each of 1 sequences/],
    [{ ...good, positions: [[3]] }, /positions must be from 0 to 2, got 3/],
    [{ ...good, positions: [[-1, 1]] }, /positions must be from 0 to 2, got -1/],
    [{ ...good, tokens: [[3]] }, /tokens must be 2 for sequence 0, got 1/],
    [{ ...good, tokens: [[3, null]] }, /tokens must be from 0 to 4, got null/],
    [{ ...good, tokens: 1 }, /tokens must be a list for each/],
  ];
  for (const [message, expected] of cases) throws(() => readRequest(message, served), expected);
  const ragged = { ...good, sequences: [[0], [0, 1]], positions: [[0], [0]] };
  throws(
    () => readRequest(ragged, { ...served, length: null }),
    /every sequence must have 1 tokens/,
  );
});

Deno.test("readServedModel() takes what it was made for and refuses the rest", () => {
  deepStrictEqual(readServedModel(JSON.stringify(served)), served);
  for (
    const bad of ["", "[]", "null", "{}", JSON.stringify({ ...served, maskToken: 5 }), '{"file":1}']
  ) throws(() => readServedModel(bad), /Cannot serve a model: the argument must be/);
});
