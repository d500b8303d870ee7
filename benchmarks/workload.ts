import type { Question } from "./question.ts";

/** How far figures may be apart: `absolute + relative * |expected|`. */
export interface Tolerance {
  /** Share of the expected figure, 0 by default. */
  readonly relative?: number;
  /** In the unit of the figures, 0 by default. */
  readonly absolute?: number;
  /** Why this much and no less. */
  readonly because: string;
}

/** A value that theory knows without running any engine. */
export interface TheoryValue<Input, Answer> {
  /** The statement it comes from, a few words. */
  readonly from: string;
  /**
   * The figures that theory speaks of.
   *
   * @param answer What an engine answered
   */
  read(answer: Answer): ArrayLike<number>;
  /**
   * What theory says they are.
   *
   * @param input What was asked
   */
  says(input: Input): ArrayLike<number>;
}

/** What is claimed of how the time of an engine grows with the size, with room for noise. */
export interface CostLaw {
  /** Name of the engine. */
  readonly engine: string;
  /** The size from which it is claimed: below, fixed costs hide it. */
  readonly from: number;
  /** Largest exponent `g` of `time ~ size^g`, or factor of `time ~ g^size`. */
  readonly atMost: number;
}

/** The sizes at which a question is asked. */
export interface WorkloadSizes {
  /** The sizes, rising. */
  readonly values: readonly number[];
  /** Sizes between or beyond them that only full runs add. */
  readonly fullValues?: readonly number[];
}

/** A question asked at several sizes. */
export interface Workload<Input, Answer> {
  /** Lower-case words with hyphens, unique; the file is named for it. */
  readonly name: string;
  /** What is computed, with its fixed parameters. */
  readonly title: string;
  /** What is asked. */
  readonly question: Question<Input, Answer>;
  /** What varies. */
  readonly size: WorkloadSizes & {
    /** What a size counts, such as `length L`. */
    readonly label: string;
    /** Whether costs are expected to grow like `size^exponent` or like `factor^size`. */
    readonly growth: "power" | "exponential";
  };
  /** What a user pays for. */
  readonly work: {
    /** Plural unit, such as `tokens`. */
    readonly unit: string;
    /** Units in one answer at a size. */
    amount(size: number): number;
  };
  /**
   * What is asked at a size.
   *
   * @param size One of the sizes
   */
  input(size: number): Input;
  /** How far right answers may be apart. */
  readonly tolerance: Tolerance;
  /**
   * Whether only the first process asks, but for a full run: where what it is for hardly differs from
   * process to process, as memory does, where another workload asks the same code in all of them, or
   * where it takes many times as long to start as to run.
   */
  readonly measuredOnce?: boolean;
  /** What is claimed of how times grow; nothing by default. A whole run is held against it. */
  readonly costLaws?: readonly CostLaw[];
  /** What theory knows of the answer, where it does. */
  readonly theory?: TheoryValue<Input, Answer>;
}
