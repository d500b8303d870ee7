import { assertClose } from "./close.ts";
import { ok } from "node:assert/strict";
import { exactPredictor, outputLaw } from "@unmask/diffusion";
import { copies } from "@unmask/information";
import { serialOutputLaw } from "./serial_fill.ts";

Deno.test("a serial fill samples copies without error where a parallel one draws untied tokens", () => {
  const predictor = exactPredictor(copies({ length: 3, vocabularySize: 2 }));
  const order = [Int32Array.of(2, 0, 1)];
  serialOutputLaw(predictor, { order }).forEach((mass, cell) => {
    assertClose(mass, cell === 0 || cell === 7 ? 1 / 2 : 0, { absolute: 1e-15 });
  });
  ok(outputLaw(predictor, { order }).every((mass) => mass === 1 / 8));
});
