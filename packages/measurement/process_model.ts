import { checkSequenceSpace, VOCABULARY_LIMIT } from "@unmask/information";
import { checkPredictor } from "./check_predictor.ts";
import { checkScoreRequests } from "./check_score_requests.ts";
import { calledText, type PredictorCommand } from "./predictor_command.ts";
import { PredictorClosed, PredictorEnded } from "./predictor_failures.ts";
import { type Message, PredictorProcess } from "./predictor_process.ts";
import {
  PREDICTOR_PROTOCOL,
  type PredictorGreeting,
  type PredictorQuestion,
  readGreeting,
  readLogProbabilities,
  readRows,
  requestMessage,
} from "./predictor_protocol.ts";
import type { ScoredModel, ScoreRequest } from "./scored_model.ts";
import { turnstile } from "./turnstile.ts";

/** Requests that may be at the process at once: one computed, the next on its way. */
const IN_FLIGHT = 2;

/** How much longer than an answer the greeting may take: a model has to be loaded first. */
const LOADING = 10;

/** Most milliseconds that a timer waits. */
const LONGEST = 2 ** 31 - 1;

/** Options of a {@linkcode ProcessModel}. */
export interface ProcessModelOptions {
  /** Tokens in a sequence; those of the model where absent. */
  readonly length?: number;
  /** Most milliseconds for an answer, 60,000 by default; ten times as many for the greeting. */
  readonly timeout?: number;
  /** How often a process that ended is started again, over the whole run; 3 by default. */
  readonly restarts?: number;
  /** Most bytes of one answer; 2^26 by default. */
  readonly lineLimit?: number;
  /** Ends the process, also while it starts; whoever waits is told that it was closed. */
  readonly signal?: AbortSignal;
}

/** What one life of the process needs to know. */
interface LifeOptions {
  readonly length: number | undefined;
  readonly timeout: number;
  readonly lineLimit: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * A model in a process of its own, asked over its standard streams, one JSON object a line.
 *
 * The process is started once and kept. Where it ends before its time it is started again and asked
 * again, a few times in all; where it is late or answers what is no answer it is not, since it would
 * do the same again. The protocol is `docs/tutorials/measure-your-model.md`.
 */
export class ProcessModel implements ScoredModel {
  /** Tokens in a sequence. */
  readonly length: number;
  /** Size of the vocabulary, as the process says. */
  readonly vocabularySize: number;
  /** What the model calls itself; its command where it does not say. */
  readonly name: string;
  readonly #command: PredictorCommand;
  readonly #options: LifeOptions & { readonly restarts: number };
  readonly #turn = turnstile(IN_FLIGHT);
  #life: Promise<PredictorProcess>;
  #restarts = 0;
  #next = 0;
  #closed = false;

  private constructor(
    parts: { life: PredictorProcess; greeting: PredictorGreeting; length: number },
    command: PredictorCommand,
    options: LifeOptions & { readonly restarts: number },
  ) {
    const { life, greeting, length } = parts;
    this.#life = Promise.resolve(life);
    this.#command = command;
    this.#options = { ...options, length };
    this.length = length;
    this.vocabularySize = greeting.vocabularySize;
    this.name = greeting.name ?? command.text ?? command.program;
  }

  /**
   * Starts a model and checks what it answers, see {@linkcode checkPredictor}.
   *
   * @param command What to start
   * @param options `length` of the sequences that it will be asked about; limits
   * @returns The model, to be closed when it is no longer needed
   * @throws {RangeError} When it does not start, is of another length, or breaks the protocol, with
   *   its command
   */
  static async start(
    command: PredictorCommand,
    options: ProcessModelOptions = {},
  ): Promise<ProcessModel> {
    const { length, timeout = 60_000, restarts = 3, lineLimit = 2 ** 26, signal } = options;
    if (length !== undefined) {
      checkSequenceSpace({ length, vocabularySize: 1 }, "ask a predictor");
    }
    const lives = { length, timeout, lineLimit, signal };
    try {
      const begun = await begin(command, lives);
      const model = new ProcessModel(begun, command, { ...lives, restarts });
      try {
        await checkPredictor(model);
      } catch (error) {
        await model.close();
        throw error;
      }
      return model;
    } catch (error) {
      throw named(error, command);
    }
  }

  /** How often its process has ended and was started again. */
  get restarts(): number {
    return this.#restarts;
  }

  /**
   * `ln phat_i(token | state)` for each position of each request.
   *
   * @param requests States, positions and tokens
   * @returns One number in nats for each position, request after request
   * @throws {RangeError} When the process cannot answer, with its command
   */
  async logProbabilities(requests: readonly ScoreRequest[]): Promise<Float64Array> {
    if (checkScoreRequests(requests, this) === 0) return new Float64Array();
    return await this.#ask(requests, (answer) => readLogProbabilities(answer, requests));
  }

  /**
   * Whole rows `ln phat_i(. | state)`.
   *
   * @param questions States and masked positions
   * @returns Row-major, `vocabularySize` numbers in nats for each position, request after request
   * @throws {RangeError} When the process cannot answer
   */
  async rows(questions: readonly PredictorQuestion[]): Promise<Float64Array> {
    const asked = questions.map(({ state, positions }) => ({ state, positions }));
    return await this.#ask(asked, (answer) => readRows(answer, asked, this.vocabularySize));
  }

  /** Ends the process; whoever still waits for an answer is told. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#life.then((life) => life.close(), () => {});
  }

  async #ask<T>(
    questions: readonly PredictorQuestion[],
    read: (answer: Message) => T,
  ): Promise<T> {
    return await this.#turn(async () => {
      const message = requestMessage(++this.#next, questions);
      for (;;) {
        if (this.#closed) throw new PredictorClosed("the predictor was closed");
        const life = this.#life;
        try {
          return read(await (await life).ask(message, this.#options));
        } catch (error) {
          if (!(error instanceof PredictorEnded)) {
            await this.close();
            throw named(error, this.#command);
          }
          this.#startAgain(life, error);
        }
      }
    });
  }

  /** One new life for all who were asking the old one. */
  #startAgain(old: Promise<PredictorProcess>, cause: PredictorEnded): void {
    if (this.#life !== old) return;
    if (this.#restarts >= this.#options.restarts) {
      throw named(
        new RangeError(
          `it must stay alive, but ${cause.message}, started again ${this.#options.restarts} times`,
        ),
        this.#command,
      );
    }
    this.#restarts++;
    const { vocabularySize } = this;
    this.#life = begin(this.#command, this.#options).then(async ({ life, greeting }) => {
      if (greeting.vocabularySize === vocabularySize) return life;
      await life.close();
      throw new RangeError(
        `its vocabularySize must stay ${vocabularySize} when it is started again, got ${greeting.vocabularySize}`,
      );
    });
    // Who asks next awaits it and is told.
    this.#life.catch(() => {});
  }
}

/** A new process that has greeted. */
async function begin(
  command: PredictorCommand,
  options: LifeOptions,
): Promise<{ life: PredictorProcess; greeting: PredictorGreeting; length: number }> {
  const { signal } = options;
  if (signal?.aborted) throw new PredictorClosed("the predictor was closed");
  const life = new PredictorProcess(command, options);
  signal?.addEventListener("abort", () => void life.close(), { once: true });
  try {
    const timeout = Math.min(LONGEST, LOADING * options.timeout);
    const greeting = readGreeting(await life.ask({ protocol: PREDICTOR_PROTOCOL }, { timeout }));
    return { life, greeting, length: lengthOf(greeting, options.length) };
  } catch (error) {
    await life.close();
    throw error;
  }
}

/** The length that is asked about, checked; the model's own where none is wanted. */
function lengthOf(
  { length, vocabularySize }: PredictorGreeting,
  wanted: number | undefined,
): number {
  if (vocabularySize > VOCABULARY_LIMIT) {
    throw new RangeError(
      `its vocabularySize must be at most ${VOCABULARY_LIMIT}, got ${vocabularySize}`,
    );
  }
  const used = wanted ?? length;
  if (used === null) {
    throw new RangeError("a length must be given, since it takes sequences of any, got none");
  }
  if (length !== null && length !== used) {
    throw new RangeError(`its length must be ${used}, got ${length}`);
  }
  checkSequenceSpace({ length: used, vocabularySize }, "ask a predictor");
  return used;
}

/** What went wrong, with the command that it went wrong with. */
function named(error: unknown, command: PredictorCommand): unknown {
  if (error instanceof PredictorEnded) {
    return new RangeError(
      `Cannot use ${calledText(command)}: it must stay alive, but ${error.message}`,
      { cause: error },
    );
  }
  if (!(error instanceof RangeError) || error.message.startsWith("Cannot ")) return error;
  return new RangeError(`Cannot use ${calledText(command)}: ${error.message}`, {
    cause: error,
  });
}
