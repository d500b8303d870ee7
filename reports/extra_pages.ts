import { makeBenchmarkPage } from "./benchmark_page.ts";
import type { PageMaker } from "./made_page.ts";
import { makeStudioPage } from "./studio_page.ts";

/** The pages of the site beside those of the claims, in the order of the links to them. */
export const extraPages: readonly PageMaker[] = [makeStudioPage, makeBenchmarkPage];
