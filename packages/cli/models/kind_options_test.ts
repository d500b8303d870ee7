import { strictEqual, throws } from "node:assert/strict";
import { flagOption, valueOption } from "../option.ts";
import { anyText } from "../notation.ts";
import { givenKind, optionsOfKinds } from "./kind_options.ts";

const text = (name: `--${string}`): ReturnType<typeof valueOption<string>> =>
  valueOption(name, { notation: anyText, metavar: "X", help: "x" });
const one = { name: "one", metavar: "DIR", options: { one: text("--one"), both: text("--both") } };
const two = {
  name: "two",
  metavar: "FILE",
  options: {
    two: text("--two"),
    both: text("--both"),
    fast: flagOption("--fast", { help: "x" }),
  },
};
const context = { kinds: [one, two], thing: "the model" };

Deno.test("givenKind() finds the kind that is named, with its own options and shared ones", () => {
  strictEqual(Object.keys(optionsOfKinds(context.kinds)).join(), "one,both,two,fast");
  strictEqual(givenKind({ one: "a", both: "b", fast: false }, context), one);
  strictEqual(givenKind({ two: "a", fast: true }, context), two);
});

Deno.test("givenKind() refuses none, several, and options of another kind", () => {
  const cases: [Record<string, unknown>, string][] = [
    [{}, "the model must be given as --one DIR or --two FILE, got none"],
    [{ both: "b" }, "the model must be given as --one DIR or --two FILE, got none"],
    [
      { one: "a", two: "b" },
      "the model must be given as --one DIR or --two FILE, got --one and --two",
    ],
    [{ one: "a", fast: true }, "--fast must stand with --two, got --one"],
  ];
  for (const [values, message] of cases) {
    throws(() => givenKind(values, context), {
      name: "BadInput",
      message: `Cannot run measure: ${message}`,
    });
  }
});
