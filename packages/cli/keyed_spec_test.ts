import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { sourceKinds } from "./source_kinds.ts";
import { type KeyedSpec, readKeyedSpec } from "./keyed_spec.ts";
import type { SourceKind } from "./source_kind.ts";

const read = (text: string): KeyedSpec<SourceKind> =>
  readKeyedSpec(text, { kinds: sourceKinds, thing: "source" });

Deno.test("readKeyedSpec() gives every key a value of its type, in the kind's order", () => {
  const { kind, values } = read("potts-chain:coupling=1.5,states=3,length=8");
  strictEqual(kind.name, "potts-chain");
  deepStrictEqual(Object.entries(values), [["length", 8], ["states", 3], ["coupling", 1.5]]);
});

Deno.test("readKeyedSpec() fills in what is not given", () => {
  const { values } = read("text:file=a.txt,length=8");
  deepStrictEqual(values, { file: "a.txt", length: 8, order: 1, alphabet: "letters" });
});

Deno.test("readKeyedSpec() takes = and : in a path", () => {
  strictEqual(read("table:file=C:/a=b/c=.json").values["file"], "C:/a=b/c=.json");
});

Deno.test("readKeyedSpec() refuses what is no source, naming what is wrong", () => {
  const cases: [string, RegExp][] = [
    [
      "",
      /kind must be one of potts-chain, potts-ring, markov-chain, table, copies, parity, product, reed-solomon, text, losses, curve, model, got ""/,
    ],
    ["potts", /got potts/],
    ["loss", /got loss/],
    ["Copies:length=1", /got Copies/],
    [":length=1", /got ""/],
    ["__proto__:length=1", /got __proto__/],
    ["copies", /length must be given, as in copies:length=\.\.,states=\.\./],
    ["copies:", /length must be given/],
    ["copies:length=4", /states must be given/],
    ["copies:length=4,states=2,lenght=4", /key must be one of length, states, got lenght/],
    ["copies:length=4,states=2,file=x", /got file/],
    ["copies:length=4,states=2,__proto__=4", /got __proto__/],
    ["copies:length=4,length=4,states=2", /length must be given once, got it twice/],
    ["copies:length=4,states=2,", /every part must be key=value.*got ""/],
    ["copies:length=4 states=2", /length must be an integer of at least 1, got "4 states=2"/],
    ["copies:4,2", /every part must be key=value .*no value can contain a comma.*got 4/],
    ["copies:=4", /key must be one of length, states, got ""/],
    ["reed-solomon:field=5,length=4", /dimension must be given, as in reed-solomon:field=/],
    ["reed-solomon:states=5", /key must be one of field, length, dimension, got states/],
    ["table:file=", /file must be a text, got ""/],
    ["table:file=a,b.json", /no value can contain a comma.*got b\.json/],
    ["text:file=a,length=4,order=3", /order must be an integer from 0 to 2, got 3/],
    ["text:file=a,length=4,alphabet=greek", /alphabet must be letters or characters, got greek/],
  ];
  for (const [text, message] of cases) throws(() => read(text), { name: "BadInput", message });
});
