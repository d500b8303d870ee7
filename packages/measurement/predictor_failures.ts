/** The predictor's process ended before it answered: it may be started again. */
export class PredictorEnded extends Error {
  /** Tells it from other errors. */
  override readonly name = "PredictorEnded";
}

/** The predictor was closed while it was asked. */
export class PredictorClosed extends Error {
  /** Tells it from other errors. */
  override readonly name = "PredictorClosed";
}
