import { FINITE } from "./finite_numbers.ts";
import { linesOf } from "./lines_of.ts";
import type { PredictorCommand } from "./predictor_command.ts";
import { PredictorClosed, PredictorEnded } from "./predictor_failures.ts";

/** A message of the protocol: one JSON object on a line. */
export type Message = Readonly<Record<string, unknown>>;

/** Who waits for an answer. */
interface Waiting {
  resolve(answer: Message): void;
  reject(reason: Error): void;
}

/** Longest refusal that is repeated in full: it ends with its cause. */
const REFUSAL = 400;

/** The greeting carries no id; nothing else is asked before it is answered. */
const GREETING = "greeting";

/**
 * One life of a predictor's process: messages out, answers in by their ids.
 *
 * What it says on standard error passes through. Where it breaks the protocol, is late or ends,
 * everyone who waits is told, and it is killed with all that it started.
 */
export class PredictorProcess {
  readonly #child: Deno.ChildProcess;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
  readonly #waiting = new Map<unknown, Waiting>();
  readonly #ended: Promise<void>;
  #failure: Error | undefined;

  /**
   * Starts the process.
   *
   * @param command What to start
   * @param options `lineLimit`, most bytes of an answer
   * @throws {RangeError} When there is no such program, or it may not be started
   */
  constructor(command: PredictorCommand, { lineLimit }: { lineLimit: number }) {
    this.#child = spawn(command);
    this.#writer = this.#child.stdin.getWriter();
    this.#ended = this.#read(lineLimit);
  }

  /**
   * Sends a message and waits for its answer.
   *
   * @param message The message, with an `id` unless it is the greeting
   * @param options `timeout`, in milliseconds
   * @returns The answer
   * @throws {PredictorEnded} When the process ends before it answers
   * @throws {RangeError} When the answer is late or no answer; the message is the rule that was broken
   */
  async ask(message: Message, { timeout }: { timeout: number }): Promise<Message> {
    if (this.#failure !== undefined) throw this.#failure;
    const key = message["id"] ?? GREETING;
    const { promise, resolve, reject } = Promise.withResolvers<Message>();
    this.#waiting.set(key, { resolve, reject });
    const late = setTimeout(
      () =>
        this.#fail(
          new RangeError(`an answer must come within ${timeout / 1000} s, got none`),
        ),
      timeout,
    );
    // Where it cannot be written the process has ended, which the reader is about to see.
    this.#writer.write(new TextEncoder().encode(`${JSON.stringify(message)}\n`)).catch(() => {});
    try {
      return await promise;
    } finally {
      clearTimeout(late);
      this.#waiting.delete(key);
    }
  }

  /** Ends the process and all that it started, and waits until it is gone. */
  async close(): Promise<void> {
    this.#fail(new PredictorClosed("the predictor was closed"));
    await this.#ended;
  }

  async #read(limit: number): Promise<void> {
    try {
      for await (const line of linesOf(this.#child.stdout, { limit })) this.#receive(line);
    } catch (error) {
      this.#fail(error as Error);
    }
    await this.#writer.close().catch(() => {});
    // A process may close its output and live on.
    if (this.#failure === undefined) this.#kill();
    const { code, signal } = await this.#child.status;
    const how = signal === null ? `status ${code}` : `signal ${signal}`;
    this.#fail(new PredictorEnded(`it ended with ${how}`));
  }

  #receive(line: string): void {
    const answer = messageOf(line);
    const key = answer["id"] ?? GREETING;
    const waiting = this.#waiting.get(key);
    if (waiting === undefined) {
      throw new RangeError(`an answer must carry the id of a request, got ${brief(line)}`);
    }
    if (typeof answer["error"] === "string") {
      throw new RangeError(`it must answer, but it refused: ${brief(answer["error"], REFUSAL)}`);
    }
    waiting.resolve(answer);
  }

  #fail(reason: Error): void {
    if (this.#failure !== undefined) return;
    this.#failure = reason;
    this.#kill();
    for (const { reject } of this.#waiting.values()) reject(reason);
  }

  #kill(): void {
    try {
      // The whole group: a shell may have started the program as a child of its own.
      if (Deno.build.os === "windows") this.#child.kill("SIGKILL");
      else Deno.kill(-this.#child.pid, "SIGKILL");
    } catch {
      // It has ended.
    }
  }
}

function spawn({ program, args, environment = {} }: PredictorCommand): Deno.ChildProcess {
  try {
    return new Deno.Command(program, {
      args: [...args],
      env: { ...environment },
      stdin: "piped",
      stdout: "piped",
      stderr: "inherit",
      // A group of its own, to be killed as a whole, and not reached by the terminal's Ctrl-C.
      detached: Deno.build.os !== "windows",
    }).spawn();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      throw new RangeError(`${program} must be a program, got none of that name`);
    }
    if (error instanceof Deno.errors.NotCapable) {
      throw new RangeError("Deno must be allowed to run it, and was not (--allow-run)");
    }
    throw new RangeError(`it must start, got ${(error as Error).message}`);
  }
}

function messageOf(line: string): Message {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    const number = /-?\b(NaN|Infinity)\b/.exec(line)?.[0];
    throw new RangeError(
      number === undefined
        ? `every line must be one JSON object, got ${brief(line)}`
        : `${FINITE}, got ${number}`,
    );
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new RangeError(`every line must be one JSON object, got ${brief(line)}`);
  }
  return value as Message;
}

/** The beginning of what a process said, on one line. */
function brief(text: string, longest = 60): string {
  return JSON.stringify(text.length > longest ? `${text.slice(0, longest)}..` : text);
}
