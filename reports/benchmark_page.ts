import { benchmarkPage } from "../benchmarks/page.ts";
import { readRecords } from "../benchmarks/read_records.ts";
import type { MadePage, PageMeans } from "./made_page.ts";

/**
 * The page of the benchmarks, from the committed records.
 *
 * @param means What figures of a page are made with
 * @returns The page
 */
export async function makeBenchmarkPage(means: PageMeans): Promise<MadePage> {
  const html = await benchmarkPage(await readRecords(), means);
  return { file: "benchmarks.html", title: "Benchmarks", html };
}
