import { scheduleFamilies } from "@unmask/schedules";
import {
  type BudgetChoice,
  COUPLING_LIMIT,
  defaultState,
  LENGTH_LIMIT,
  type ScheduleChoice,
  type SourceChoice,
  sourceKinds,
  STATE_LIMIT,
  type StudioState,
} from "./studio_state.ts";

/** Most characters of a pasted text or log that a link carries: browsers and chats cut longer ones. */
export const PASTED_LIMIT = 16_384;

/** Most runs of equal sizes that a link carries, see {@linkcode linkOf}. */
const RUN_LIMIT = LENGTH_LIMIT;

/** Largest number of a sample, that of a 32-bit counter. */
const SAMPLE_LIMIT = 2 ** 32 - 1;

/**
 * The state as the text of a link, after its `#`.
 *
 *     source=potts-chain&length=128&states=4&coupling=3&steps=12&schedule=optimal&sample=0
 *
 * Sizes made by hand are runs joined by `-`: `sizes=4x3-2` is 3, 3, 3, 3, 2. What was pasted is part of it
 * up to {@linkcode PASTED_LIMIT} characters. O(length of the text).
 *
 * @param state The state
 * @returns The text, or undefined where what was pasted is too long for a link
 */
export function linkOf(state: StudioState): string | undefined {
  const { source, budget, schedule, sample } = state;
  const link = new URLSearchParams();
  const { kind, ...values } = source;
  link.set("source", kind);
  for (const [name, value] of Object.entries(values)) link.set(name, `${value}`);
  const pasted = kind === "text" ? source.text : kind === "losses" ? source.csv : "";
  if (pasted.length > PASTED_LIMIT) return undefined;
  if (schedule.kind === "sizes") {
    link.set("sizes", runsOf(schedule.sizes));
  } else {
    if (budget.kind === "steps") link.set("steps", `${budget.steps}`);
    else link.set("error", `${budget.error}`);
    link.set("schedule", schedule.kind === "optimal" ? "optimal" : schedule.name);
  }
  link.set("sample", `${sample}`);
  return link.toString();
}

/**
 * The state of a link.
 *
 * Every field is checked as if an enemy had written it: unknown and repeated fields are refused, and
 * so is a number in any other notation than the one that `linkOf` writes. An empty text is the
 * default state. O(length of the text).
 *
 * @param text The text of the link, with or without its `#`
 * @returns The state
 * @throws {RangeError} On a text that is no state, naming the field
 */
export function stateOfLink(text: string): StudioState {
  const plain = text.replace(/^#/, "");
  if (plain === "") return defaultState;
  const fields = new Fields(new URLSearchParams(plain));
  const source = sourceOf(fields);
  const { budget, schedule } = planOf(fields, source.length);
  const sample = fields.integer("sample", { least: 0, most: SAMPLE_LIMIT });
  fields.refuseRest();
  return { source, budget, schedule, sample };
}

function sourceOf(fields: Fields): SourceChoice {
  const kind = fields.word("source", sourceKinds);
  const length = fields.integer("length", { least: 2, most: LENGTH_LIMIT });
  switch (kind) {
    case "potts-chain":
      return {
        kind,
        length,
        states: fields.integer("states", { least: 2, most: STATE_LIMIT }),
        coupling: fields.number("coupling", { least: -COUPLING_LIMIT, most: COUPLING_LIMIT }),
      };
    case "copies":
    case "parity":
      return { kind, length, states: fields.integer("states", { least: 2, most: STATE_LIMIT }) };
    case "reed-solomon":
      return { kind, length, dimension: fields.integer("dimension", { least: 1, most: length }) };
    case "text":
      return { kind, length, text: fields.pasted("text") };
    case "losses":
      return { kind, length, csv: fields.pasted("csv") };
  }
}

function planOf(
  fields: Fields,
  length: number,
): { budget: BudgetChoice; schedule: ScheduleChoice } {
  if (fields.has("sizes")) {
    const sizes = sizesOfRuns(fields.take("sizes"), length);
    return {
      budget: { kind: "steps", steps: sizes.length },
      schedule: { kind: "sizes", sizes },
    };
  }
  const budget: BudgetChoice = fields.has("error")
    ? { kind: "error", error: fields.number("error", { least: 0, most: Number.MAX_VALUE }) }
    : { kind: "steps", steps: fields.integer("steps", { least: 1, most: length }) };
  const names = scheduleFamilies.map(({ name }) => name);
  const name = fields.word("schedule", ["optimal", ...names]);
  return {
    budget,
    schedule: name === "optimal" ? { kind: "optimal" } : { kind: "family", name },
  };
}

function runsOf(sizes: readonly number[]): string {
  const runs: { size: number; count: number }[] = [];
  for (const size of sizes) {
    const last = runs.at(-1);
    if (last?.size === size) last.count++;
    else runs.push({ size, count: 1 });
  }
  return runs.map(({ size, count }) => count === 1 ? `${size}` : `${count}x${size}`).join("-");
}

function sizesOfRuns(text: string, length: number): number[] {
  const wrong = (): never => refuse("sizes", `sizes that sum to the length ${length}`, text);
  const runs = text.split("-");
  if (runs.length > RUN_LIMIT) wrong();
  const sizes: number[] = [];
  let left = length;
  for (const run of runs) {
    const match = /^(?:([1-9]\d{0,5})x)?([1-9]\d{0,5})$/.exec(run);
    if (match === null) return wrong();
    const count = Number(match[1] ?? 1);
    const size = Number(match[2]);
    left -= count * size;
    // Before memory is taken for them.
    if (!(left >= 0)) return wrong();
    for (let i = 0; i < count; i++) sizes.push(size);
  }
  return left === 0 ? sizes : wrong();
}

/** The fields of a link, each taken once. */
class Fields {
  readonly #left: Map<string, string>;

  constructor(link: URLSearchParams) {
    this.#left = new Map();
    for (const [name, value] of link) {
      if (this.#left.has(name)) refuse(name, "there once", "it twice", "");
      this.#left.set(name, value);
    }
  }

  has(name: string): boolean {
    return this.#left.has(name);
  }

  take(name: string): string {
    const value = this.#left.get(name);
    if (value === undefined) return refuse(name, "there", "none", "");
    this.#left.delete(name);
    return value;
  }

  word<const Word extends string>(name: string, words: readonly Word[]): Word {
    const value = this.take(name);
    return words.find((word) => word === value) ??
      refuse(name, `one of ${words.join(", ")}`, value);
  }

  integer(name: string, { least, most }: { least: number; most: number }): number {
    const text = this.take(name);
    const value = /^(?:0|[1-9]\d{0,9})$/.test(text) ? Number(text) : NaN;
    return value >= least && value <= most
      ? value
      : refuse(name, `an integer from ${least} to ${most}`, text);
  }

  number(name: string, { least, most }: { least: number; most: number }): number {
    const text = this.take(name);
    const value = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d{1,3})?$/.test(text) ? Number(text) : NaN;
    return value >= least && value <= most ? value : refuse(
      name,
      most < Infinity && most > 1e300
        ? `a number of at least ${least}`
        : `a number from ${least} to ${most}`,
      text,
    );
  }

  pasted(name: string): string {
    const text = this.take(name);
    return text.length <= PASTED_LIMIT
      ? text
      : refuse(name, `of at most ${PASTED_LIMIT} characters`, `${text.length}`, "");
  }

  refuseRest(): void {
    for (const name of this.#left.keys()) {
      throw new RangeError(
        `Cannot read the link: its fields must be those of its source, got ${shown(name)}`,
      );
    }
  }
}

function refuse(name: string, rule: string, got: string, quote = '"'): never {
  const value = quote === "" ? got : shown(got);
  throw new RangeError(`Cannot read the link: ${shown(name, "")} must be ${rule}, got ${value}`);
}

/** A part of a link as a message repeats it: short, and printable. */
function shown(text: string, quote = '"'): string {
  const cut = text.length > 40 ? `${text.slice(0, 40)}..` : text;
  return `${quote}${cut.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "?")}${quote}`;
}
