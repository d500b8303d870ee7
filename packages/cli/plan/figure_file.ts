import type { Notation } from "../notation.ts";

/** A file that a figure is written to. */
export interface FigureFile {
  /** Path as the user wrote it. */
  readonly path: string;
  /** What its name says that it is. */
  readonly type: "svg" | "png";
}

/** Paths of figures: the suffix, in small or capital letters, says what is written. */
export const figureFile: Notation<FigureFile> = {
  rule: "a path that ends in .svg or .png",
  read(path): FigureFile | undefined {
    const type = /[^/\\]\.(svg|png)$/i.exec(path)?.[1]?.toLowerCase();
    return type === "svg" || type === "png" ? { path, type } : undefined;
  },
};
