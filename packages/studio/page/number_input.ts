import { type NumberField, numberFields, placeOf, ruleText, valueAt } from "../number_fields.ts";
import { byId } from "./elements.ts";

/** A number with its slider: two inputs that say the same. */
export class NumberInput {
  readonly #field: NumberField;
  readonly #box: HTMLInputElement;
  readonly #slider: HTMLInputElement;
  readonly #rule: HTMLElement;
  #most: number;

  /**
   * The inputs of a field.
   *
   * @param id Its identifier
   * @param onValue Called with a value that the reader chose and that the field allows
   */
  constructor(id: NumberField["id"], onValue: (value: number) => void) {
    this.#field = numberFields.find((field) => field.id === id)!;
    this.#most = this.#field.most;
    this.#box = byId(id, HTMLInputElement);
    this.#slider = byId(`${id}-slider`, HTMLInputElement);
    this.#rule = byId(`${id}-rule`, HTMLElement);
    this.#slider.addEventListener("input", () => {
      const value = this.#within(valueAt(this.#range(), this.#slider.valueAsNumber));
      this.#box.value = `${value}`;
      this.#mark(true);
      this.#say(value);
      onValue(value);
    });
    this.#box.addEventListener("input", () => {
      const value = this.#box.valueAsNumber;
      const allowed = value === this.#within(value) &&
        (!this.#field.whole || Number.isInteger(value));
      this.#mark(allowed);
      if (!allowed) return;
      this.#slider.value = `${placeOf(this.#range(), value)}`;
      this.#say(value);
      onValue(value);
    });
  }

  /**
   * Shows a value.
   *
   * @param value The value
   * @param options `most`, the greatest one for now
   */
  show(value: number, { most = this.#field.most }: { most?: number } = {}): void {
    this.#most = most;
    if (most < Number.MAX_VALUE) this.#box.max = `${most}`;
    // What is being written is left alone while it says the same.
    if (this.#box.valueAsNumber !== value) this.#box.value = `${value}`;
    this.#mark(true);
    this.#slider.value = `${placeOf(this.#range(), value)}`;
    this.#say(value);
  }

  #range(): NumberField {
    const [low, high] = this.#field.slider;
    return { ...this.#field, slider: [low, Math.min(high, this.#most)] };
  }

  #within(value: number): number {
    return Math.min(this.#most, Math.max(this.#field.least, value));
  }

  /** Marks whether what is written is allowed, and says the rule where it is not. */
  #mark(allowed: boolean): void {
    this.#box.setAttribute("aria-invalid", `${!allowed}`);
    this.#rule.hidden = allowed;
    this.#rule.textContent = allowed ? "" : ruleText({ ...this.#field, most: this.#most });
  }

  #say(value: number): void {
    this.#slider.setAttribute("aria-valuetext", `${value}`);
  }
}
