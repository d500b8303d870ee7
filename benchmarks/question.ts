/**
 * What workloads ask and engines answer: the meeting point of the two, and the reason why their
 * answers can be compared.
 */
export interface Question<Input, Answer> {
  /** Lower-case words with hyphens; its engines stand in `engines/<name, with underscores>/`. */
  readonly name: string;
  /**
   * The numbers in an answer that every right answer shares.
   *
   * Where several answers are right (two schedules with the same error), only what must agree is
   * returned, computed from the answer by code that no engine uses.
   *
   * @param answer What an engine answered
   * @param input What it was asked
   * @returns Figures, as many for every right answer
   */
  figures(answer: Answer, input: Input): ArrayLike<number>;
}
