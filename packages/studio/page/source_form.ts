import { firstChoice, type SourceChoice, sourceKinds } from "../studio_state.ts";
import { byId, made } from "./elements.ts";
import { NumberInput } from "./number_input.ts";

/** Milliseconds without a key after which a pasted text is read. */
const READ_AFTER = 300;

/** Most bytes of a dropped file: a log of a whole training run is far smaller. */
const FILE_LIMIT = 2 ** 24;

/** The controls of the source. */
export class SourceForm {
  readonly #kind = byId("source", HTMLSelectElement);
  readonly #text = byId("text", HTMLTextAreaElement);
  readonly #csv = byId("csv", HTMLTextAreaElement);
  readonly #refusal = byId("refusal", HTMLElement);
  readonly #notes = byId("notes", HTMLElement);
  readonly #numbers: Readonly<Record<"length" | "states" | "coupling" | "dimension", NumberInput>>;
  readonly #onSource: (source: SourceChoice) => void;
  #source: SourceChoice | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * The controls that the page holds.
   *
   * @param onSource Called with a source that the reader chose
   */
  constructor(onSource: (source: SourceChoice) => void) {
    this.#onSource = onSource;
    this.#numbers = {
      length: new NumberInput("length", (length) => this.#change({ length })),
      states: new NumberInput("states", (states) => this.#change({ states })),
      coupling: new NumberInput("coupling", (coupling) => this.#change({ coupling })),
      dimension: new NumberInput("dimension", (dimension) => this.#change({ dimension })),
    };
    this.#kind.addEventListener("change", () => {
      const kind = sourceKinds.find((name) => name === this.#kind.value);
      if (kind !== undefined) onSource(firstChoice(kind, this.#source?.length ?? 128));
    });
    this.#text.addEventListener("input", () => this.#later({ text: this.#text }));
    this.#csv.addEventListener("input", () => this.#later({ csv: this.#csv }));
    this.#listenForFiles();
  }

  /**
   * Shows a source.
   *
   * @param source The source
   */
  show(source: SourceChoice): void {
    this.#source = source;
    this.#kind.value = source.kind;
    for (const field of document.querySelectorAll<HTMLElement>("[data-kinds]")) {
      field.hidden = !field.dataset["kinds"]!.split(" ").includes(source.kind);
    }
    this.#numbers.length.show(source.length);
    if ("states" in source) this.#numbers.states.show(source.states);
    if (source.kind === "potts-chain") this.#numbers.coupling.show(source.coupling);
    if (source.kind === "reed-solomon") {
      this.#numbers.dimension.show(source.dimension, { most: source.length });
    }
    // A text that is being written is not written over by what was read of it a moment ago.
    if (source.kind === "text" && document.activeElement !== this.#text) {
      this.#text.value = source.text;
    }
    if (source.kind === "losses" && document.activeElement !== this.#csv) {
      this.#csv.value = source.csv;
    }
  }

  /**
   * Shows why the source gives no answer, beside where it is entered.
   *
   * @param refusal The words of the package that refused; undefined for none
   */
  refuse(refusal: string | undefined): void {
    this.#refusal.hidden = refusal === undefined;
    // Written only where it changes: an alert is spoken whenever it is written.
    if (this.#refusal.textContent !== (refusal ?? "")) this.#refusal.textContent = refusal ?? "";
    for (const area of [this.#text, this.#csv]) {
      area.setAttribute("aria-invalid", `${refusal !== undefined}`);
    }
  }

  /**
   * Shows what a reader should know of the source.
   *
   * @param notes Sentences
   */
  tell(notes: readonly string[]): void {
    this.#notes.replaceChildren(...notes.map((text) => made("p", { text, class: "hint" })));
  }

  #change(change: object): void {
    if (this.#source === undefined) return;
    const changed = { ...this.#source, ...change };
    this.#onSource(
      changed.kind === "reed-solomon"
        ? { ...changed, dimension: Math.min(changed.dimension, changed.length) }
        : changed,
    );
  }

  #later(area: Readonly<Record<string, HTMLTextAreaElement>>): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const [[name, { value }]] = Object.entries(area) as [[string, HTMLTextAreaElement]];
      this.#change({ [name]: value });
    }, READ_AFTER);
  }

  #listenForFiles(): void {
    const drop = byId("drop", HTMLElement);
    // A file that misses the zone must not replace the page.
    for (const type of ["dragover", "drop"]) {
      document.addEventListener(type, (event) => event.preventDefault());
    }
    const file = byId("file", HTMLInputElement);
    file.addEventListener("change", () => void this.#read(file.files?.[0]));
    drop.addEventListener("dragover", (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      void this.#read(event.dataTransfer?.files[0]);
    });
  }

  async #read(file: File | undefined): Promise<void> {
    if (file === undefined || this.#source?.kind !== "losses") return;
    if (!(file.size <= FILE_LIMIT)) {
      this.refuse(
        `Cannot read the file: it must have at most ${FILE_LIMIT} bytes, got ${file.size}`,
      );
      return;
    }
    let csv: string;
    try {
      csv = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    } catch {
      this.refuse("Cannot read the file: it must be UTF-8 text, got other bytes");
      return;
    }
    this.#csv.value = csv;
    this.#change({ csv });
  }
}
