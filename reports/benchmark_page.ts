import { benchmarkPage } from "../benchmarks/page.ts";
import { readNoises, readRecords } from "../benchmarks/read_records.ts";
import type { MadePage, PageMeans } from "./made_page.ts";

/**
 * The page of the benchmarks, from the committed records and what is known of the noise of their
 * machines.
 *
 * @param means What figures of a page are made with
 * @returns The page
 */
export async function makeBenchmarkPage(means: PageMeans): Promise<MadePage> {
  const records = await readRecords();
  const noises = await readNoises(records);
  const html = await benchmarkPage(records, { ...means, noises });
  return { file: "benchmarks.html", title: "Benchmarks", html };
}
