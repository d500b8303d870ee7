import { localNoise } from "./local_noise.ts";
import type { LossCoordinate, LossLog } from "./loss_log.ts";

/**
 * Most places that are kept apart, by coordinate; beyond it, neighbours share one of as many equal
 * bins, at their mean place. A bin is narrower than what a log resolves.
 */
export const PLACE_LIMIT: Readonly<Record<LossCoordinate, number>> = {
  "revealed": 4096,
  "masked-fraction": 1024,
};

/** Fewest places of a log: through two, every curve is a line, and nothing is known of its noise. */
export const FEWEST_PLACES = 3;

/** Least standard error, relative to the greatest loss: losses are written with a few digits. */
const ROUNDING = 1e-9;

/** Greatest loss and standard error, and the least standard error its inverse: squares stay finite. */
const GREATEST = 1e100;

/**
 * Most that one standard error of a log may be of another, and a count of another is the square: beyond
 * it the places with the large ones say nothing, and the equations of a fit lose all digits.
 */
const RATIO_LIMIT = 1e4;

/** What rows say of their noise, the same for all rows of a log. */
export type RowPrecision = "standard-error" | "count" | "none";

/** One row of a log. */
export interface LossRow {
  /** Revealed tokens, or masked fraction. */
  readonly place: number;
  /** Mean loss in nats per masked token. */
  readonly loss: number;
  /** Its standard error in nats, or the count of samples that it is a mean of; absent for none. */
  readonly precision?: number;
}

/** Running sums of the rows at one place. */
interface Place {
  place: number;
  rows: number;
  weight: number;
  mean: number;
  /** `sum_i w_i (y_i - mean)^2`. */
  scatter: number;
}

/**
 * Reads the rows of a log one by one and keeps running means: memory does not grow with the rows.
 *
 * Rows at one place are merged into their weighted mean, with weights `1/se^2`, counts, or 1. O(1)
 * time a row; at most {@linkcode PLACE_LIMIT} places are held.
 */
export class LossLogBuilder {
  readonly #length: number;
  readonly #coordinate: LossCoordinate;
  readonly #precision: RowPrecision;
  #places = new Map<number, Place>();
  #rows = 0;
  #repeated = 0;
  #precisions = { least: Infinity, greatest: 0 };
  #binned = false;

  /**
   * A log without rows.
   *
   * @param options `length` `L`, at least 2; `coordinate` of the places; `precision` of the rows
   * @throws {RangeError} On a length that is not an integer of at least 2
   */
  constructor(
    options: { length: number; coordinate: LossCoordinate; precision: RowPrecision },
  ) {
    const { length, coordinate, precision } = options;
    if (!(Number.isSafeInteger(length) && length >= 2)) {
      throw new RangeError(
        `Cannot use a loss log: length must be an integer of at least 2, got ${length}`,
      );
    }
    this.#length = length;
    this.#coordinate = coordinate;
    this.#precision = precision;
  }

  /**
   * Adds a row.
   *
   * @param row Place, loss and precision
   * @throws {RangeError} On a place out of range, a negative or huge loss, a standard error that is
   *   not positive or has no finite square, a count that is no integer of at least 1, or a NaN
   */
  add(row: LossRow): void {
    this.#check(row);
    const place = this.#coordinate === "revealed" ? row.place : 1 - row.place;
    const weight = this.#precision === "standard-error"
      ? row.precision! ** -2
      : this.#precision === "count"
      ? row.precision!
      : 1;
    this.#rows++;
    const { least, greatest } = this.#precisions;
    this.#precisions = {
      least: Math.min(least, row.precision ?? 1),
      greatest: Math.max(greatest, row.precision ?? 1),
    };
    const key = this.#binned ? this.#bin(place) : place;
    const here = this.#places.get(key);
    if (here === undefined) {
      this.#places.set(key, { place, rows: 1, weight, mean: row.loss, scatter: 0 });
      if (this.#places.size > PLACE_LIMIT[this.#coordinate]) this.#binPlaces();
      return;
    }
    if (!this.#binned) this.#repeated++;
    merge(here, { place, rows: 1, weight, mean: row.loss, scatter: 0 });
  }

  /**
   * The log of the rows so far.
   *
   * @returns Places in increasing order of revealed tokens
   * @throws {RangeError} On fewer than {@linkcode FEWEST_PLACES} places, or precisions too far apart
   */
  log(): LossLog {
    const places = [...this.#places.values()].sort((a, b) => a.place - b.place);
    if (!(places.length >= FEWEST_PLACES)) {
      throw new RangeError(
        `Cannot use a loss log: different places must be at least ${FEWEST_PLACES}, got ${places.length} in ${this.#rows} rows`,
      );
    }
    const given = this.#precision === "standard-error";
    this.#checkRatio();
    const positions = Float64Array.from(places, ({ place }) => place);
    const losses = Float64Array.from(places, ({ mean }) => mean);
    const weights = Float64Array.from(places, ({ weight }) => weight);
    const noise = given ? undefined : localNoise({
      places: positions,
      losses,
      weights,
      scatters: Float64Array.from(places, ({ scatter }) => scatter),
      rows: Float64Array.from(places, ({ rows }) => rows),
    });
    const variances = noise?.variances ?? weights.map((weight) => 1 / weight);
    const floor = Math.max(
      (ROUNDING * losses.reduce((most, loss) => Math.max(most, loss), 1)) ** 2,
      // Estimated noise may be none at all in a part of the log.
      variances.reduce((most, variance) => Math.max(most, variance)) / RATIO_LIMIT ** 2,
    );
    return {
      length: this.#length,
      coordinate: this.#coordinate,
      places: positions,
      losses,
      variances: variances.map((variance) => Math.max(floor, variance)),
      noise: noise === undefined
        ? { kind: "given", degreesOfFreedom: Infinity }
        : { kind: "estimated", degreesOfFreedom: noise.degreesOfFreedom },
      rows: this.#rows,
      repeated: this.#repeated,
      binned: this.#binned,
    };
  }

  #checkRatio(): void {
    const { least, greatest } = this.#precisions;
    const limit = this.#precision === "count" ? RATIO_LIMIT ** 2 : RATIO_LIMIT;
    if (this.#precision === "none" || greatest <= limit * least) return;
    const name = this.#precision === "count" ? "counts" : "standard errors";
    throw new RangeError(
      `Cannot use a loss log: ${name} must be within a factor of ${limit} of each other, got ${least} and ${greatest}`,
    );
  }

  #bin(place: number): number {
    const most = this.#coordinate === "revealed" ? this.#length - 1 : 1;
    const bins = PLACE_LIMIT[this.#coordinate];
    return Math.min(bins - 1, Math.floor(bins * place / most));
  }

  #binPlaces(): void {
    const bins = new Map<number, Place>();
    for (const place of this.#places.values()) {
      const bin = this.#bin(place.place);
      const here = bins.get(bin);
      if (here === undefined) bins.set(bin, place);
      else merge(here, place);
    }
    this.#places = bins;
    this.#binned = true;
  }

  #check({ place, loss, precision }: LossRow): void {
    const refuse = (rule: string, value: unknown): never => {
      throw new RangeError(`Cannot use a row of losses: ${rule}, got ${value}`);
    };
    if (this.#coordinate === "revealed") {
      const last = this.#length - 1;
      if (!(Number.isInteger(place) && place >= 0 && place <= last)) {
        refuse(`revealed must be an integer from 0 to ${last}, the length less one`, place);
      }
    } else if (!(place >= 0 && place <= 1)) {
      refuse("masked_fraction must be from 0 to 1", place);
    }
    if (!(loss >= 0 && loss < Infinity)) refuse("loss must be a finite number of at least 0", loss);
    if (!(loss <= GREATEST)) refuse(`loss must be at most ${GREATEST}`, loss);
    if (this.#precision === "standard-error" && !(precision! > 0 && precision! < Infinity)) {
      refuse("standard_error must be a finite number above 0", precision);
    }
    if (
      this.#precision === "standard-error" &&
      !(precision! >= 1 / GREATEST && precision! <= GREATEST)
    ) refuse(`standard_error must be from ${1 / GREATEST} to ${GREATEST}`, precision);
    if (this.#precision === "count" && !(Number.isSafeInteger(precision) && precision! >= 1)) {
      refuse("count must be an integer of at least 1", precision);
    }
  }
}

/** Adds one place's sums to another's, by the update of Chan, Golub and LeVeque. */
function merge(into: Place, more: Place): void {
  const weight = into.weight + more.weight;
  const share = more.weight / weight;
  const step = more.mean - into.mean;
  into.scatter += more.scatter + step * step * into.weight * share;
  into.mean += step * share;
  into.place += (more.place - into.place) * share;
  into.weight = weight;
  into.rows += more.rows;
}
