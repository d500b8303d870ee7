import type { LossCoordinate, LossLog } from "./loss_log.ts";
import { LossLogBuilder, type RowPrecision } from "./loss_log_builder.ts";
import { splitCsvLine } from "./split_csv_line.ts";

/** Which columns hold what. */
interface Columns {
  readonly count: number;
  readonly place: number;
  readonly loss: number;
  readonly precision: number | undefined;
  readonly coordinate: LossCoordinate;
  readonly rows: RowPrecision;
}

/**
 * Reads a log of losses from the lines of a CSV file with a header, columns in any order.
 *
 *     masked_fraction or revealed, loss, [standard_error or count]
 *
 * Other columns are left alone. Memory does not grow with the rows, see `LossLogBuilder`.
 */
export class LossCsvReader {
  readonly #length: number;
  #columns: Columns | undefined;
  #builder: LossLogBuilder | undefined;

  /**
   * A reader that has read nothing.
   *
   * @param options `length` of the sequences, at least 2
   */
  constructor(options: { length: number }) {
    this.#length = options.length;
  }

  /**
   * Reads a line: the header first, then rows; blank lines mean nothing. O(length of the line).
   *
   * @param line The line, without its end
   * @param number Its number in the file, from 1, for messages
   * @throws {RangeError} On a line that is none of a log, with its number
   */
  add(line: string, number: number): void {
    if (line.trim() === "") return;
    const refuse = (rest: string): never => {
      throw new RangeError(`Cannot read a loss log: line ${number}: ${rest}`);
    };
    const fields = splitCsvLine(line) ?? refuse("a quoted field must end on its line, got none");
    if (this.#columns === undefined || this.#builder === undefined) {
      this.#columns = columnsOf(fields, line, refuse);
      const { coordinate, rows: precision } = this.#columns;
      this.#builder = new LossLogBuilder({ length: this.#length, coordinate, precision });
      return;
    }
    const columns = this.#columns;
    if (fields.length !== columns.count) {
      refuse(
        `the line must have ${columns.count} fields as the header has, with a decimal point in numbers, got ${fields.length}`,
      );
    }
    const value = (column: number, name: string): number =>
      decimal(fields[column]!) ??
        refuse(`${name} must be a number with a decimal point, got ${shown(fields[column]!)}`);
    const place = value(columns.place, placeNames[columns.coordinate]);
    const loss = value(columns.loss, "loss");
    const precision = columns.precision === undefined
      ? {}
      : { precision: value(columns.precision, precisionNames[columns.rows]!) };
    try {
      this.#builder.add({ place, loss, ...precision });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      refuse(error.message.replace("Cannot use a row of losses: ", ""));
    }
  }

  /**
   * The log of the lines so far.
   *
   * @returns The log
   * @throws {RangeError} On no header, or too few places
   */
  log(): LossLog {
    if (this.#builder === undefined) {
      throw new RangeError(
        "Cannot read a loss log: the file must have a header, got blank lines",
      );
    }
    try {
      return this.#builder.log();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new RangeError(error.message.replace("Cannot use a", "Cannot read a"));
    }
  }
}

const placeNames: Readonly<Record<LossCoordinate, string>> = {
  "revealed": "revealed",
  "masked-fraction": "masked_fraction",
};

const precisionNames: Readonly<Record<RowPrecision, string | undefined>> = {
  "standard-error": "standard_error",
  "count": "count",
  "none": undefined,
};

function columnsOf(
  header: readonly string[],
  line: string,
  refuse: (rest: string) => never,
): Columns {
  for (const [separator, name] of [[";", "semicolons"], ["\t", "tabs"]] as const) {
    if (header.length === 1 && line.includes(separator)) {
      refuse(`fields must be separated by commas, got ${name}`);
    }
  }
  const at = (name: string): number | undefined => {
    const first = header.indexOf(name);
    if (first !== header.lastIndexOf(name)) {
      refuse(`column ${name} must be there once, got it twice`);
    }
    return first < 0 ? undefined : first;
  };
  const got = shown(header.join(", "));
  const revealed = at("revealed");
  const masked = at("masked_fraction");
  const loss = at("loss") ?? refuse(`a column must be called loss, got ${got}`);
  const standardError = at("standard_error");
  const count = at("count");
  if (revealed !== undefined && masked !== undefined) {
    refuse("the columns must have one of revealed and masked_fraction, got both");
  }
  if (standardError !== undefined && count !== undefined) {
    refuse("the columns must have at most one of standard_error and count, got both");
  }
  return {
    count: header.length,
    place: revealed ?? masked ??
      refuse(`a column must be called masked_fraction or revealed, got ${got}`),
    loss,
    precision: standardError ?? count,
    coordinate: revealed === undefined ? "masked-fraction" : "revealed",
    rows: standardError !== undefined ? "standard-error" : count !== undefined ? "count" : "none",
  };
}

function decimal(text: string): number | undefined {
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** Longest part of a field that a message repeats. */
const longestField = 80;

/** A field as a message repeats it: quoted where the quotes help, cut where it is long. */
function shown(field: string): string {
  const cut = field.length > longestField ? `${field.slice(0, longestField)}..` : field;
  return /^[^\s"'\p{C}]+$/u.test(cut) ? cut : JSON.stringify(cut);
}
