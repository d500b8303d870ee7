import { MASK } from "@unmask/information";
import { FINITE } from "./finite_numbers.ts";
import type { Message } from "./predictor_process.ts";

/** Name and version of the protocol, which both sides say first. */
export const PREDICTOR_PROTOCOL = "unmask-predictor/1";

/** How far a log-probability may be above 0, and the logarithm of a row's sum from 0. */
export const LOG_TOLERANCE = 1e-3;

/** What logits, probabilities and binary logarithms are not. */
const LOGARITHMS = "they must be natural logarithms of probabilities";

/** What a predictor says of itself. */
export interface PredictorGreeting {
  /** Tokens in a sequence; null for any number. */
  readonly length: number | null;
  /** Size of the vocabulary, at least 2. */
  readonly vocabularySize: number;
  /** What it calls itself; absent where it does not say. */
  readonly name?: string;
}

/** What is asked of a predictor: states with masked positions. */
export interface PredictorQuestion {
  /** `length` tokens, `MASK` where not revealed. */
  readonly state: Int32Array;
  /** Masked positions. */
  readonly positions: Int32Array;
  /** A token for each position; whole rows are wanted where absent. */
  readonly tokens?: Int32Array;
}

/**
 * A request as it is sent.
 *
 * @param id Its number
 * @param questions All with tokens, or all without
 * @returns The message
 */
export function requestMessage(id: number, questions: readonly PredictorQuestion[]): Message {
  return {
    id,
    sequences: questions.map(({ state }) =>
      Array.from(state, (token) => token === MASK ? null : token)
    ),
    positions: questions.map(({ positions }) => [...positions]),
    ...(questions.some(({ tokens }) => tokens !== undefined) && {
      tokens: questions.map(({ tokens }) => [...tokens ?? []]),
    }),
  };
}

/**
 * Reads a greeting.
 *
 * @param answer The first message of a predictor
 * @returns What it says of itself
 * @throws {RangeError} On another protocol, or a length or vocabulary that is none; the message is
 *   the rule that was broken
 */
export function readGreeting(answer: Message): PredictorGreeting {
  const { protocol, length, vocabularySize, name } = answer;
  if (protocol !== PREDICTOR_PROTOCOL) {
    throw new RangeError(
      `its first line must say "protocol":"${PREDICTOR_PROTOCOL}", got ${shownJson(answer)}`,
    );
  }
  const isCount = (value: unknown, least: number): value is number =>
    Number.isSafeInteger(value) && (value as number) >= least;
  if (!(length === null || isCount(length, 1))) {
    throw new RangeError(
      `its length must be null or an integer of at least 1, got ${shownJson(length)}`,
    );
  }
  if (!isCount(vocabularySize, 2)) {
    throw new RangeError(
      `its vocabularySize must be an integer of at least 2, got ${shownJson(vocabularySize)}`,
    );
  }
  return { length, vocabularySize, ...(typeof name === "string" && { name }) };
}

/**
 * Reads log-probabilities of tokens.
 *
 * @param answer The answer
 * @param questions What was asked
 * @returns One number in nats for each position, request after request
 * @throws {RangeError} On another shape, what is no finite number, or a number above 0
 */
export function readLogProbabilities(
  answer: Message,
  questions: readonly PredictorQuestion[],
): Float64Array {
  const lists = listOf(answer["logProbabilities"], {
    thing: "logProbabilities",
    length: questions.length,
  });
  const asked = questions.reduce((sum, { positions }) => sum + positions.length, 0);
  const scores = new Float64Array(asked);
  let next = 0;
  lists.forEach((list, i) => {
    const thing = `logProbabilities[${i}]`;
    for (const value of listOf(list, { thing, length: questions[i]!.positions.length })) {
      scores[next++] = logProbability(value, thing);
    }
  });
  return scores;
}

/**
 * Reads whole rows of log-probabilities.
 *
 * @param answer The answer
 * @param questions What was asked
 * @param vocabularySize `K`
 * @returns Row-major, a row of `K` numbers in nats for each position, request after request
 * @throws {RangeError} On another shape, what is no finite number, or a row that does not sum to 1
 */
export function readRows(
  answer: Message,
  questions: readonly PredictorQuestion[],
  vocabularySize: number,
): Float64Array {
  const lists = listOf(answer["rows"], { thing: "rows", length: questions.length });
  const rows: Float64Array[] = [];
  lists.forEach((list, i) => {
    const { positions } = questions[i]!;
    listOf(list, { thing: `rows[${i}]`, length: positions.length }).forEach((row, j) => {
      const thing = `rows[${i}][${j}]`;
      const numbers = listOf(row, { thing, length: vocabularySize });
      rows.push(Float64Array.from(numbers, (value) => finite(value, thing)));
      checkSum(rows.at(-1)!, thing);
    });
  });
  const all = new Float64Array(rows.length * vocabularySize);
  rows.forEach((row, i) => all.set(row, i * vocabularySize));
  return all;
}

function checkSum(row: Float64Array, thing: string): void {
  let sum = 0;
  for (const value of row) sum += Math.exp(value);
  if (Math.abs(sum - 1) <= LOG_TOLERANCE) return;
  throw new RangeError(
    `the exponentials of a row must sum to 1 within ${LOG_TOLERANCE}, got ${
      Number(sum.toPrecision(6))
    } for ${thing}; ${LOGARITHMS}`,
  );
}

function listOf(value: unknown, { thing, length }: { thing: string; length: number }): unknown[] {
  if (Array.isArray(value) && value.length === length) return value;
  const got = Array.isArray(value) ? `${value.length}` : shownJson(value);
  throw new RangeError(`${thing} must be a list of ${length}, got ${got}`);
}

function finite(value: unknown, thing: string): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new RangeError(`in ${thing} ${FINITE}, got ${shownJson(value)}`);
}

function logProbability(value: unknown, thing: string): number {
  const number = finite(value, thing);
  if (number <= LOG_TOLERANCE) return number;
  throw new RangeError(
    `${thing} must hold log-probabilities of at most 0, got ${number}; ${LOGARITHMS}`,
  );
}

/** A value as it came, cut where it is long; JSON has no control characters. */
function shownJson(value: unknown): string {
  if (value === undefined) return "none";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}..` : text;
}
