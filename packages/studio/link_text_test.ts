import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import fc from "fast-check";
import { linkOf, PASTED_LIMIT, stateOfLink } from "./link_text.ts";
import { defaultState, firstChoice, sourceKinds, type StudioState } from "./studio_state.ts";

const potts = "source=potts-chain&length=8&states=4&coupling=3&steps=2&schedule=optimal&sample=0";

Deno.test("every state comes back from its link", () => {
  const schedules: Pick<StudioState, "budget" | "schedule">[] = [
    { budget: { kind: "steps", steps: 3 }, schedule: { kind: "optimal" } },
    { budget: { kind: "error", error: 1.5e-7 }, schedule: { kind: "family", name: "cosine" } },
    { budget: { kind: "error", error: 1e300 }, schedule: { kind: "optimal" } },
  ];
  for (const kind of sourceKinds) {
    for (const schedule of schedules) {
      const state = { source: firstChoice(kind, 16), ...schedule, sample: 4_294_967_295 };
      deepStrictEqual(stateOfLink(`#${linkOf(state)}`), state);
    }
  }
  deepStrictEqual(stateOfLink(linkOf(defaultState)!), defaultState);
});

Deno.test("sizes made by hand come back from a link, with the steps that they are", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (sizes) => {
    const length = sizes.reduce((sum, size) => sum + size, 0);
    fc.pre(length >= 2);
    const state: StudioState = {
      source: { kind: "parity", length, states: 2 },
      budget: { kind: "steps", steps: sizes.length },
      schedule: { kind: "sizes", sizes },
      sample: 0,
    };
    deepStrictEqual(stateOfLink(linkOf(state)!), state);
  }));
});

Deno.test("texts that are markup or scripts come back as they are, and only as texts", () => {
  for (
    const text of ["</script><script>alert(1)//", "\"'><img src=x>&a=b#c%00", "\u202e\u2028é\n"]
  ) {
    const state: StudioState = { ...defaultState, source: { kind: "text", length: 16, text } };
    deepStrictEqual(stateOfLink(linkOf(state)!), state);
  }
});

const hostile = [
  "",
  " 4",
  "+4",
  "04",
  "4.5e999",
  "0x10",
  "NaN",
  "Infinity",
  "-1",
  "1e9999",
  "99999999999999999999",
  "<script>alert(1)</script>",
  '"onmouseover="alert(1)',
  "javascript:alert(1)",
  "__proto__",
  "constructor",
  "\u0000\u202e\u2028",
  "4\n4",
  "x".repeat(100_000),
];

Deno.test("a hostile value in any field is refused in one short printable line that names the field", () => {
  const links: Record<string, string> = {
    source: potts,
    length: potts,
    states: potts,
    coupling: potts,
    steps: potts,
    schedule: potts,
    sample: potts,
    dimension: "source=reed-solomon&length=8&dimension=3&steps=2&schedule=optimal&sample=0",
    error: potts.replace("steps=2", "error=1"),
    sizes: "source=copies&length=8&states=4&sizes=4-4&sample=0",
  };
  for (const [field, link] of Object.entries(links)) {
    stateOfLink(link);
    for (const value of hostile) {
      // A negative number is a coupling, and a large one an error.
      if (field === "coupling" && value === "-1" || field === "error" && /^9+$/.test(value)) {
        continue;
      }
      const broken = new URLSearchParams(link);
      broken.set(field, value);
      throws(() => stateOfLink(`${broken}`), (error: Error) => {
        ok(error instanceof RangeError);
        ok(error.message.startsWith(`Cannot read the link: ${field} must be `), error.message);
        ok(!/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(error.message) && error.message.length < 300);
        return true;
      });
    }
  }
});

Deno.test("fields that are unknown, missing or there twice are refused", () => {
  throws(() => stateOfLink(`${potts}&evil=1`), /fields must be those of its source, got "evil"/);
  throws(() => stateOfLink(`${potts}&dimension=3`), /got "dimension"/);
  throws(() => stateOfLink(`${potts}&steps=3`), /steps must be there once, got it twice/);
  throws(() => stateOfLink(potts.replace("&states=4", "")), /states must be there, got none/);
  throws(() => stateOfLink("%E0%A4%A&&&="), /^RangeError: Cannot read the link/);
  strictEqual(stateOfLink("#"), defaultState);
});

Deno.test("sizes that do not sum to the length are refused before memory is taken for them", () => {
  const link = (sizes: string): string => `source=copies&length=8&states=4&sizes=${sizes}&sample=0`;
  for (
    const sizes of ["4-3", "4-5", "999999x1", "0-8", "8-0", "2x", "x4", "2x2x2", "4--4", "4,4"]
  ) {
    throws(() => stateOfLink(link(sizes)), /sizes must be sizes that sum to the length 8/, sizes);
  }
  deepStrictEqual(stateOfLink(link("8x1")).schedule, { kind: "sizes", sizes: Array(8).fill(1) });
});

Deno.test("a text too long for a link has none, and a link with one is refused", () => {
  const of = (text: string): StudioState => ({
    ...defaultState,
    source: { kind: "text", length: 16, text },
  });
  strictEqual(linkOf(of("a".repeat(PASTED_LIMIT + 1))), undefined);
  const longest = linkOf(of("a".repeat(PASTED_LIMIT)))!;
  stateOfLink(longest);
  throws(() => stateOfLink(longest.replace("text=a", "text=aa")), /text must be of at most 16384/);
});
