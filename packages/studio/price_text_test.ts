import { strictEqual } from "node:assert/strict";
import { estimatedSavingText, priceText, savingText } from "./price_text.ts";

Deno.test("an estimate says that it is one, and an exact price does not", () => {
  strictEqual(priceText({ nats: 1.23456 }), "1.235 nats");
  strictEqual(
    priceText({ nats: 1.2, interval: [1.1, 1.4] }),
    "1.2 nats, estimated; 95% interval 1.1 to 1.4",
  );
  strictEqual(priceText({ nats: 0, interval: null }), "0 nats, estimated; 95% interval below 0");
});

Deno.test("a saving is a share of the other error, and all of it only where nothing is left", () => {
  strictEqual(savingText(1, 2), "50.0%");
  strictEqual(savingText(2, 2), "none");
  strictEqual(savingText(0, 0), "none");
  strictEqual(savingText(0, 2), "100.0%");
  strictEqual(savingText(1, 1e6), "over 99.9%");
  // Noise may price the optimum of an estimate above another schedule.
  strictEqual(savingText(2, 1), "none");
});

Deno.test("an estimated saving is its interval, unless noise can explain it", () => {
  strictEqual(estimatedSavingText({ nats: 1.2, interval: [1.1, 1.4] }), "1.1 to 1.4 nats");
  strictEqual(estimatedSavingText({ nats: 1.2, interval: [-0.1, 2.5] }), "noise can explain it");
  strictEqual(estimatedSavingText({ nats: -1, interval: [-2, -0.5] }), "noise can explain it");
  // The optimum's own sizes.
  strictEqual(estimatedSavingText({ nats: 0, interval: [0, 0] }), "none");
});
