import { assertClose, buildSource } from "@unmask/testing";
import { endpointError } from "./endpoint_error.ts";
import { exactPredictor } from "./mask_predictor.ts";

Deno.test("endpointError() is finite where products of rare tokens leave the range of doubles", () => {
  const rare = 1e-28;
  const law = buildSource({
    kind: "markov-chain",
    length: 5,
    transitions: [[1, 0], [1, rare]],
    initial: [1, rare],
  });
  // In one shot the error is TC. To leading order it is that of 11000, of probability rare^2 under
  // the law and rare^3 under the product: rare^2 ln(1/rare), as mpmath at 400 digits confirms.
  const expected = rare ** 2 * Math.log(1 / rare);
  const error = endpointError(law, { predictor: exactPredictor(law), sizes: [5] });
  // exp(ln p) is off by up to 1e-14 of p = rare, which counts squared and halved.
  assertClose(error, expected, { absolute: rare * 1e-14 ** 2 / 2 });
});
