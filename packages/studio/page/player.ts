import { formatNumber } from "@unmask/reporting/plain";
import type { DeskReply } from "../desk.ts";
import type { Play } from "../play.ts";
import { byId, made } from "./elements.ts";

/** Longest time between two iterations, in milliseconds. */
const SLOW = 450;

/** About how long the whole unmasking takes, in milliseconds, where there are many iterations. */
const WHOLE = 5000;

/** The unmasking of a sample, played or stepped through. */
export class Player {
  readonly #section = byId("play-section", HTMLElement);
  readonly #button = byId("play", HTMLButtonElement);
  readonly #another = byId("another", HTMLButtonElement);
  readonly #iteration = byId("iteration", HTMLInputElement);
  readonly #words = byId("play-words", HTMLElement);
  readonly #tokens = byId("tokens", HTMLElement);
  readonly #still = matchMedia("(prefers-reduced-motion: reduce)");
  #play: Play | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * The player that the page holds.
   *
   * @param onAnother Called when the reader asks for another sample
   */
  constructor(onAnother: () => void) {
    this.#section.hidden = false;
    this.#button.addEventListener(
      "click",
      () => this.#timer === undefined ? this.#start() : this.#stop(),
    );
    this.#another.addEventListener("click", onAnother);
    this.#iteration.addEventListener("input", () => {
      this.#stop();
      this.#show();
    });
  }

  /**
   * Takes a sample, and shows it unmasked.
   *
   * @param reply The sample, or why there is none
   */
  take(reply: DeskReply<Play>): void {
    this.#stop();
    this.#play = reply.ok ? reply.content : undefined;
    for (const control of [this.#button, this.#another, this.#iteration]) {
      control.hidden = !reply.ok;
    }
    byId("play-key", HTMLElement).hidden = !reply.ok;
    if (!reply.ok) {
      this.#tokens.replaceChildren();
      this.#words.textContent = reply.refusal;
      return;
    }
    const { tokens, iterations } = reply.content;
    const steps = iterations.reduce((most, iteration) => Math.max(most, iteration), 0) + 1;
    this.#iteration.max = `${steps}`;
    this.#iteration.value = `${steps}`;
    this.#tokens.replaceChildren(...Array.from(tokens, (_, i) => {
      const cell = made("span");
      cell.style.setProperty("--at", `${iterations[i]! / Math.max(1, steps - 1)}`);
      return cell;
    }));
    this.#show();
  }

  #start(): void {
    if (this.#play === undefined) return;
    const steps = Number(this.#iteration.max);
    // Whoever does not want motion sees the end, and has the slider to step through.
    if (this.#still.matches) {
      this.#iteration.value = `${steps}`;
      this.#show();
      return;
    }
    this.#iteration.value = "0";
    this.#show();
    this.#button.textContent = "Pause";
    this.#timer = setInterval(() => {
      this.#iteration.stepUp();
      this.#show();
      if (this.#iteration.valueAsNumber >= steps) this.#stop();
    }, Math.min(SLOW, Math.max(30, WHOLE / steps)));
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#button.textContent = "Play";
  }

  #show(): void {
    const play = this.#play;
    if (play === undefined) return;
    const done = this.#iteration.valueAsNumber;
    const steps = Number(this.#iteration.max);
    let revealed = 0;
    Array.from(this.#tokens.children).forEach((cell, i) => {
      const shown = play.iterations[i]! < done;
      if (shown) revealed++;
      cell.classList.toggle("masked", !shown);
      cell.textContent = shown ? symbolOf(play, i) : "\u00b7";
    });
    const length = play.tokens.length;
    this.#iteration.setAttribute("aria-valuetext", `${done} of ${steps}`);
    this.#tokens.setAttribute(
      "aria-label",
      `Tokens after ${done} of ${steps} iterations, ${revealed} of ${length} revealed: ${
        Array.from(this.#tokens.children, (cell) => cell.textContent).join(" ")
      }`,
    );
    this.#words.textContent = done < steps
      ? `${done} of ${steps} iterations, ${revealed} of ${length} tokens.`
      : verdictOf(play);
  }
}

function symbolOf({ tokens, symbols }: Play, i: number): string {
  const token = tokens[i]!;
  const symbol = symbols?.[token] ?? token.toString(36);
  return symbol === " " ? "\u2423" : symbol;
}

/** How likely the sequence is under the law, beside what is usual. */
function verdictOf({ logProbability, entropy }: Play): string {
  if (logProbability === -Infinity) {
    return "The law cannot make this sequence: tokens of one iteration contradict each other.";
  }
  return `ln p of this sequence is ${
    formatNumber(logProbability)
  } under the law; of the law's own it is ${formatNumber(-entropy)} on average.`;
}
