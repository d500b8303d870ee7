import { ok, strictEqual } from "node:assert/strict";
import { numberFields, placeOf, ruleText, SLIDER_PLACES, valueAt } from "./number_fields.ts";

Deno.test("both ends of every slider are reached, and its values are within", () => {
  for (const field of numberFields) {
    strictEqual(valueAt(field, 0), field.slider[0], field.id);
    strictEqual(valueAt(field, SLIDER_PLACES), field.slider[1], field.id);
    for (let place = 0; place <= SLIDER_PLACES; place++) {
      const value = valueAt(field, place);
      ok(value >= field.least && value <= field.most, field.id);
      ok(!field.whole || Number.isInteger(value), field.id);
    }
  }
});

Deno.test("a slider stands where its value puts it, and at an end for values beyond", () => {
  for (const field of numberFields) {
    for (const place of [100, 500, 900]) {
      const value = valueAt(field, place);
      strictEqual(valueAt(field, placeOf(field, value)), value, `${field.id} ${value}`);
    }
    strictEqual(placeOf(field, field.slider[0] - 1), 0);
    strictEqual(placeOf(field, field.slider[1] + 1), SLIDER_PLACES);
  }
});

Deno.test("the rule of a field names the ends that it has", () => {
  strictEqual(
    ruleText({ whole: true, least: 2, most: 64 }),
    "Must be a whole number from 2 to 64; nothing changes until it is.",
  );
  strictEqual(
    ruleText({ whole: false, least: 0, most: Number.MAX_VALUE }),
    "Must be a number of at least 0; nothing changes until it is.",
  );
});
