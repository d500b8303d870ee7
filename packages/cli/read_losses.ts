import type { LossCoordinate, LossLog, LossLogBuilder, RowPrecision } from "@unmask/estimation";
import { BadInput, shown } from "./bad_input.ts";
import type { Io } from "./io.ts";
import { finiteNumber } from "./notation.ts";
import { readLines } from "./read_lines.ts";
import { splitCsvLine } from "./split_csv_line.ts";

/** A log and what is worth saying of its file. */
export interface ReadLosses {
  /** The log. */
  readonly log: LossLog;
  /** SHA-256 of the file. */
  readonly sha256: string;
}

/** Which columns of a file hold what. */
interface Columns {
  readonly count: number;
  readonly place: number;
  readonly loss: number;
  readonly precision: number | undefined;
  readonly coordinate: LossCoordinate;
  readonly rows: RowPrecision;
}

/**
 * Reads a log of losses: CSV with a header, columns in any order.
 *
 * Streamed: memory does not grow with the rows.
 *
 * @param path Path as the user wrote it
 * @param options `length` of the sequences
 * @param io Where files are read
 * @returns The log
 * @throws {BadInput} On a file that is none, naming the line
 */
export async function readLosses(
  path: string,
  options: { length: number },
  io: Io,
): Promise<ReadLosses> {
  const { LossLogBuilder } = await import("@unmask/estimation");
  let columns: Columns | undefined;
  let builder: LossLogBuilder | undefined;
  const sha256 = readLines(path, (line, number) => {
    if (line.trim() === "") return;
    const refuse = (rest: string): never => {
      throw new BadInput(`Cannot read ${shown(path)}: line ${number}: ${rest}`);
    };
    const fields = splitCsvLine(line) ?? refuse("a quoted field must end on its line, got none");
    if (columns === undefined || builder === undefined) {
      columns = columnsOf(fields, line, refuse);
      const { coordinate, rows: precision } = columns;
      builder = new LossLogBuilder({ ...options, coordinate, precision });
      return;
    }
    if (fields.length !== columns.count) {
      refuse(
        `the line must have ${columns.count} fields as the header has, with a decimal point in numbers, got ${fields.length}`,
      );
    }
    const value = (column: number, name: string): number =>
      finiteNumber.read(fields[column]!) ??
        refuse(`${name} must be a number with a decimal point, got ${shown(fields[column]!)}`);
    const place = value(columns.place, placeNames[columns.coordinate]);
    const loss = value(columns.loss, "loss");
    const precision = columns.precision === undefined
      ? {}
      : { precision: value(columns.precision, precisionNames[columns.rows]!) };
    try {
      builder.add({ place, loss, ...precision });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      refuse(error.message.replace("Cannot use a row of losses: ", ""));
    }
  }, io);
  if (builder === undefined) {
    throw new BadInput(`Cannot read ${shown(path)}: the file must have a header, got blank lines`);
  }
  try {
    return { log: builder.log(), sha256 };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new BadInput(
      error.message.replace("Cannot use a loss log:", () => `Cannot read ${shown(path)}:`),
    );
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
