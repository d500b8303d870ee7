import type { ExtraPage } from "@unmask/reporting";

/** A page of the site that is no claim's. */
export interface MadePage extends ExtraPage {
  /** The whole document. */
  readonly html: string;
}

/** What figures of a page are made with. */
export interface PageMeans {
  /** Script that makes them answer a pointer. */
  readonly script: string;
  /** Fonts to draw PNG files with; none where the machine has none. */
  readonly fonts: readonly Uint8Array[];
}

/** Makes a page of the site that is no claim's. */
export type PageMaker = (means: PageMeans) => Promise<MadePage>;
