import { scheduleTexts } from "../schedule_texts.ts";
import { byId } from "./elements.ts";

/** The buttons that copy the schedule, and the link. */
export class HandOver {
  readonly #field = byId("copied-field", HTMLElement);
  readonly #label = byId("copied-label", HTMLElement);
  readonly #area = byId("copied", HTMLTextAreaElement);
  readonly #tell: (words: string) => void;

  /**
   * The buttons that the page holds.
   *
   * @param page `sizes` shown now, the `link` to this state, and `tell`, which shows a sentence
   */
  constructor(
    { sizes, link, tell }: {
      sizes: () => readonly number[] | undefined;
      link: () => string | undefined;
      tell: (words: string) => void;
    },
  ) {
    this.#tell = tell;
    for (const { name, summary, text } of scheduleTexts) {
      document.querySelector(`[data-copy="${name}"]`)!.addEventListener("click", () => {
        const shown = sizes();
        if (shown === undefined) tell("There is no schedule to copy.");
        else void this.#copy(`${name}: ${summary}`, text(shown));
      });
    }
    byId("copy-link", HTMLButtonElement).addEventListener("click", () => {
      const address = link();
      if (address === undefined) tell("What was pasted is too long for a link.");
      else void this.#copy("Link to this state", address);
    });
  }

  /** Copies, and shows what was copied: a browser may refuse, and then it is copied by hand. */
  async #copy(label: string, text: string): Promise<void> {
    this.#label.textContent = label;
    this.#area.value = text;
    this.#field.hidden = false;
    try {
      await navigator.clipboard.writeText(text);
      this.#tell("Copied.");
    } catch {
      this.#area.focus();
      this.#area.select();
      this.#tell("The browser does not let a page copy: the text is selected, copy it by hand.");
    }
  }
}
