import { pathError } from "@unmask/convergence";
import type { StudioAnswer } from "../answer.ts";
import type { DeskReply } from "../desk.ts";
import { linkOf, PASTED_LIMIT, stateOfLink } from "../link_text.ts";
import { SCRIPT_ID } from "../script_id.ts";
import { defaultState, type StudioState, withSource } from "../studio_state.ts";
import { AnswerView } from "./answer_view.ts";
import { Answers } from "./answers.ts";
import { CurveView } from "./curve_view.ts";
import { byId } from "./elements.ts";
import { HandOver } from "./hand_over.ts";
import { PlanForm } from "./plan_form.ts";
import { Player } from "./player.ts";
import { SourceForm } from "./source_form.ts";

/** Milliseconds without a change after which the link is written and the sample drawn. */
const SETTLED_AFTER = 250;

/** The page: one state, and the views of it. Every change goes through `#change`. */
export class Studio {
  readonly #answers = new Answers(ownWorker);
  readonly #source = new SourceForm((source) => this.#change(withSource(this.#state, source)));
  readonly #plan = new PlanForm((change) => this.#change({ ...this.#state, ...change }));
  readonly #curve = new CurveView((sizes) => this.#handMade(sizes));
  readonly #numbers = new AnswerView((name) =>
    this.#change({ ...this.#state, schedule: { kind: "family", name } })
  );
  readonly #player = new Player(() =>
    this.#change({ ...this.#state, sample: (this.#state.sample + 1) % 2 ** 32 })
  );
  readonly #status = byId("status", HTMLElement);
  readonly #linkFault = byId("link-fault", HTMLElement);
  readonly #pictures = byId("pictures", HTMLElement);
  #state: StudioState = defaultState;
  /** The answer shown, and the state that it is of. */
  #answer: StudioAnswer | undefined;
  #answered: StudioState | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Opens the page in the state of a link.
   *
   * @param link The part of the address after `#`, with it
   */
  open(link: string): void {
    byId("controls", HTMLFormElement).hidden = false;
    byId("controls", HTMLFormElement).addEventListener("submit", (event) => event.preventDefault());
    new HandOver({
      sizes: () => this.#answer?.sizes,
      link: () => this.#link(),
      tell: (words) => this.#tell(words),
    });
    addEventListener("hashchange", () => {
      // A way within the page, as that past the controls, is no state.
      const target = document.getElementById(location.hash.slice(1));
      if (target !== null) {
        target.focus();
        this.#writeLink();
        return;
      }
      if (location.hash.slice(1) !== (linkOf(this.#state) ?? "")) this.#restore(location.hash);
    });
    this.#restore(link);
  }

  #restore(link: string): void {
    try {
      this.#change(stateOfLink(link));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#change(defaultState);
      this.#linkFault.textContent = `${error.message}. This is the default instead.`;
      this.#linkFault.hidden = false;
    }
  }

  /** `drawn` says that curve and price of the state are on the page already, and only the rest is to come. */
  #change(state: StudioState, { drawn = false }: { drawn?: boolean } = {}): void {
    this.#state = state;
    this.#tell("");
    this.#linkFault.hidden = true;
    this.#showChoices();
    this.#pictures.classList.add("pending");
    this.#pictures.classList.toggle("stale", !drawn);
    this.#answers.answer(state, (reply, of) => this.#show(reply, of));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#settle(), SETTLED_AFTER);
  }

  /** Sizes from a drag: drawn and priced at once, whatever the rest takes. */
  #handMade(sizes: readonly number[]): void {
    const answer = this.#answer;
    if (answer === undefined) return;
    const state: StudioState = {
      ...this.#state,
      budget: { kind: "steps", steps: sizes.length },
      schedule: { kind: "sizes", sizes },
    };
    // Of an estimate, only the worker knows the price.
    const price = answer.exact ? { nats: pathError(answer.curve, sizes) } : answer.price;
    this.#answer = { ...answer, sizes, price };
    this.#curve.show(this.#answer);
    if (answer.exact) this.#numbers.preview(this.#answer, state);
    this.#change(state, { drawn: answer.exact });
  }

  #show(reply: DeskReply<StudioAnswer>, state: StudioState): void {
    this.#pictures.classList.remove("pending", "stale");
    byId("no-answer", HTMLElement).hidden = reply.ok;
    for (
      const section of this.#pictures.querySelectorAll<HTMLElement>(":scope > :not(#no-answer)")
    ) {
      section.hidden = !reply.ok;
    }
    this.#source.refuse(reply.ok ? undefined : reply.refusal);
    if (!reply.ok) {
      this.#source.tell([]);
      this.#answer = undefined;
      return;
    }
    this.#answer = reply.content;
    this.#answered = state;
    this.#source.tell(reply.content.notes);
    this.#showChoices();
    this.#curve.show(reply.content);
    this.#numbers.show(reply.content, state);
  }

  #showChoices(): void {
    this.#source.show(this.#state.source);
    this.#plan.show(this.#state, this.#answered === this.#state ? this.#answer : undefined);
  }

  /** What can wait until the reader rests: the link, and the sample. */
  #settle(): void {
    if (!this.#writeLink()) this.#tell(TOO_LONG);
    this.#answers.play(this.#state, (reply) => this.#player.take(reply));
  }

  /** Puts the state into the address; false where it is too long for one. */
  #writeLink(): boolean {
    const link = linkOf(this.#state);
    const address = link === undefined ? location.pathname + location.search : `#${link}`;
    history.replaceState(null, "", address);
    return link !== undefined;
  }

  #link(): string | undefined {
    const link = linkOf(this.#state);
    return link === undefined ? undefined : `${location.href.replace(/#.*$/, "")}#${link}`;
  }

  #tell(words: string): void {
    this.#status.textContent = words;
  }
}

const TOO_LONG =
  `What was pasted is longer than the ${PASTED_LIMIT} characters that a link carries: there is no link to this state.`;

/** A worker of the page's own text: one file, and no request. */
function ownWorker(): Worker {
  const { textContent } = byId(SCRIPT_ID, HTMLScriptElement);
  const address = URL.createObjectURL(new Blob([textContent], { type: "text/javascript" }));
  try {
    return new Worker(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}
