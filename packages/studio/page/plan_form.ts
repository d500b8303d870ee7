import type { StudioAnswer } from "../answer.ts";
import type { StudioState } from "../studio_state.ts";
import { byId } from "./elements.ts";
import { NumberInput } from "./number_input.ts";

/** What the controls of budget and schedule may change. */
type PlanChange = Partial<Pick<StudioState, "budget" | "schedule">>;

/** The controls of the budget and the schedule. */
export class PlanForm {
  readonly #bySteps = byId("budget-steps", HTMLInputElement);
  readonly #byError = byId("budget-error", HTMLInputElement);
  readonly #schedule = byId("schedule", HTMLSelectElement);
  readonly #snap = byId("snap", HTMLButtonElement);
  readonly #steps: NumberInput;
  readonly #error: NumberInput;
  #state: StudioState | undefined;
  /** The answer shown last: where the other kind of budget begins. */
  #answer: StudioAnswer | undefined;

  /**
   * The controls that the page holds.
   *
   * @param onChange Called with what the reader chose
   */
  constructor(onChange: (change: PlanChange) => void) {
    // Sizes made by hand have a number of steps: another budget leaves them.
    const spend = (budget: StudioState["budget"]): void =>
      onChange({
        budget,
        ...(this.#state?.schedule.kind === "sizes" ? { schedule: { kind: "optimal" } } : {}),
      });
    this.#steps = new NumberInput("steps", (steps) => spend({ kind: "steps", steps }));
    this.#error = new NumberInput("error", (error) => spend({ kind: "error", error }));
    this.#bySteps.addEventListener(
      "change",
      () => spend({ kind: "steps", steps: this.#answer?.sizes.length ?? 1 }),
    );
    this.#byError.addEventListener("change", () => {
      const nats = Math.max(0, this.#answer?.optimum.nats ?? 1);
      spend({ kind: "error", error: Number(nats.toPrecision(3)) });
    });
    this.#schedule.addEventListener("change", () => {
      const name = this.#schedule.value;
      if (name === "by hand") return;
      onChange({ schedule: name === "optimal" ? { kind: "optimal" } : { kind: "family", name } });
    });
    this.#snap.addEventListener("click", () => onChange({ schedule: { kind: "optimal" } }));
  }

  /**
   * Shows a state.
   *
   * @param state The state
   * @param answer Its answer, once it is there
   */
  show(state: StudioState, answer: StudioAnswer | undefined): void {
    this.#state = state;
    this.#answer = answer ?? this.#answer;
    const { budget, schedule, source } = state;
    const bySteps = budget.kind === "steps";
    this.#bySteps.checked = bySteps;
    this.#byError.checked = !bySteps;
    byId("steps-field", HTMLElement).hidden = !bySteps;
    byId("error-field", HTMLElement).hidden = bySteps;
    byId("error-hint", HTMLElement).hidden = bySteps;
    if (bySteps) this.#steps.show(budget.steps, { most: source.length });
    else this.#error.show(budget.error);
    this.#schedule.querySelector<HTMLOptionElement>('[value="by hand"]')!.hidden =
      schedule.kind !== "sizes";
    this.#schedule.value = schedule.kind === "sizes"
      ? "by hand"
      : schedule.kind === "family"
      ? schedule.name
      : "optimal";
    // Not `disabled`, which would take the focus from who has just pressed it.
    this.#snap.setAttribute("aria-disabled", `${schedule.kind === "optimal"}`);
  }
}
