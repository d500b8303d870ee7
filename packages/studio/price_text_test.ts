import { strictEqual } from "node:assert/strict";
import { priceText, savingText } from "./price_text.ts";

Deno.test("an estimate says that it is one, and an exact price does not", () => {
  strictEqual(priceText({ nats: 1.23456 }), "1.235 nats");
  strictEqual(
    priceText({ nats: 1.2, interval: [1.1, 1.4] }),
    "1.2 nats, estimated; 95% interval 1.1 to 1.4",
  );
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
