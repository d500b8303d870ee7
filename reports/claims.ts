import type { AnyClaimMaker } from "./claim_maker.ts";
import { abab } from "./abab/make.ts";
import { balancedAndUnbalanced } from "./balanced-and-unbalanced/make.ts";
import { blockLength } from "./block-length/make.ts";
import { dependence } from "./dependence/make.ts";
import { fewerStepsThanTokens } from "./fewer-steps-than-tokens/make.ts";
import { generatedText } from "./generated-text/make.ts";
import { knowingNothing } from "./knowing-nothing/make.ts";
import { languageLikeCurve } from "./language-like-curve/make.ts";
import { mutualInformation } from "./mutual-information/make.ts";
import { oneOverT } from "./one-over-t/make.ts";
import { pathAndEndpoint } from "./path-and-endpoint/make.ts";
import { planningFromLosses } from "./planning-from-losses/make.ts";
import { policies } from "./policies/make.ts";
import { realText } from "./real-text/make.ts";
import { stepsAndTime } from "./steps-and-time/make.ts";
import { tightness } from "./tightness/make.ts";
import { loadCheckpoint } from "./training-error/load_checkpoint.ts";
import { trainedPredictor } from "./trained-predictor/make.ts";
import { trainingErrorClaim } from "./training-error/make.ts";
import { trainingErrorFloor } from "./training-error-floor/make.ts";
import { upperAndLowerBounds } from "./upper-and-lower-bounds/make.ts";

/** Every claim, in the order in which they are told. */
export const claims: readonly AnyClaimMaker[] = [
  languageLikeCurve,
  abab,
  oneOverT,
  mutualInformation,
  fewerStepsThanTokens,
  upperAndLowerBounds,
  tightness,
  realText,
  blockLength,
  knowingNothing,
  pathAndEndpoint,
  planningFromLosses,
  trainingErrorFloor,
  policies,
  trainedPredictor,
  trainingErrorClaim(loadCheckpoint),
  balancedAndUnbalanced,
  dependence,
  stepsAndTime,
  generatedText,
];
