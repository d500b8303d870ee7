import type { StudioAnswer } from "../answer.ts";
import { Desk, type DeskQuestion, type DeskReply, isQuick } from "../desk.ts";
import type { Play } from "../play.ts";
import type { StudioState } from "../studio_state.ts";

/** Called with the reply to a state, unless a newer state was asked about since. */
type Receiver<Content> = (reply: DeskReply<Content>, state: StudioState) => void;

/** Milliseconds that a question waits for the one before it, whose answer may be wanted no longer. */
const PATIENCE = 2000;

/** A question on its way, and what to do with its reply. */
interface Asked {
  readonly question: DeskQuestion;
  receive(reply: DeskReply<unknown>): void;
}

/**
 * Where the page gets its answers: small states at once, from a desk of its own; others from a worker,
 * one question at a time and only the newest of each kind, so that a drag does not queue up.
 */
export class Answers {
  readonly #here = new Desk();
  readonly #makeWorker: () => Worker;
  #worker: Worker | undefined;
  #broken = false;
  #busy: Asked | undefined;
  #rush: ReturnType<typeof setTimeout> | undefined;
  readonly #waiting = new Map<DeskQuestion["about"], Asked>();
  readonly #newest = new Map<DeskQuestion["about"], object>();

  /**
   * Answers without a worker yet.
   *
   * @param makeWorker Starts the worker, when it is first needed
   */
  constructor(makeWorker: () => Worker) {
    this.#makeWorker = makeWorker;
  }

  /**
   * Asks for all that the page shows of a state.
   *
   * @param state The state
   * @param receive Called with the answer: before this returns, for a small state
   */
  answer(state: StudioState, receive: Receiver<StudioAnswer>): void {
    const token = this.#begin("answer");
    if (isQuick(state)) {
      this.#waiting.delete("answer");
      receive(this.#here.answer(state), state);
      return;
    }
    this.#ask({
      question: { about: "answer", state },
      receive: (reply) => {
        if (this.#newest.get("answer") !== token) return;
        receive(reply as DeskReply<StudioAnswer>, state);
      },
    });
  }

  /**
   * Asks for the sample that is played; always from the worker, since predictors differ in cost.
   *
   * @param state The state
   * @param receive Called with the sample
   */
  play(state: StudioState, receive: Receiver<Play>): void {
    const token = this.#begin("play");
    this.#ask({
      question: { about: "play", state },
      receive: (reply) => {
        if (this.#newest.get("play") === token) receive(reply as DeskReply<Play>, state);
      },
    });
  }

  #begin(about: DeskQuestion["about"]): object {
    const token = {};
    this.#newest.set(about, token);
    return token;
  }

  #ask(asked: Asked): void {
    this.#waiting.set(asked.question.about, asked);
    this.#next();
  }

  #next(): void {
    if (this.#busy !== undefined) {
      this.#rush ??= setTimeout(() => this.#restart(), PATIENCE);
      return;
    }
    const [about, asked] = this.#waiting.entries().next().value ?? [];
    if (about === undefined || asked === undefined) return;
    this.#waiting.delete(about);
    const worker = this.#open();
    if (worker === undefined) {
      // A browser without workers from blobs: slower, and the page waits, but it answers.
      asked.receive(replyOf(this.#here, asked.question));
      this.#next();
      return;
    }
    this.#busy = asked;
    worker.postMessage(asked.question);
  }

  #open(): Worker | undefined {
    if (this.#worker !== undefined || this.#broken) return this.#worker;
    try {
      const worker = this.#makeWorker();
      worker.onmessage = ({ data }): void => this.#received(data as DeskReply<unknown>);
      worker.onerror = (): void => this.#fail();
      return this.#worker = worker;
    } catch {
      this.#broken = true;
      return undefined;
    }
  }

  /** Leaves what takes too long for what was asked since; it comes again where it is still wanted. */
  #restart(): void {
    const slow = this.#end();
    this.#worker?.terminate();
    this.#worker = undefined;
    if (slow !== undefined && !this.#waiting.has(slow.question.about)) {
      this.#waiting.set(slow.question.about, slow);
    }
    this.#next();
  }

  /** What the worker was busy with, which it is no longer. */
  #end(): Asked | undefined {
    clearTimeout(this.#rush);
    this.#rush = undefined;
    const asked = this.#busy;
    this.#busy = undefined;
    return asked;
  }

  #received(reply: DeskReply<unknown>): void {
    const asked = this.#end();
    asked?.receive(reply);
    this.#next();
  }

  /** The worker did not start, or broke: the page answers from now on. */
  #fail(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#broken = true;
    const asked = this.#end();
    asked?.receive(replyOf(this.#here, asked.question));
    this.#next();
  }
}

/**
 * What a desk says to a question.
 *
 * @param desk The desk
 * @param question The question
 * @returns Its reply
 */
export function replyOf(desk: Desk, { about, state }: DeskQuestion): DeskReply<unknown> {
  return about === "answer" ? desk.answer(state) : desk.play(state);
}
