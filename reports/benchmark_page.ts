import { benchmarkPage } from "../benchmarks/page.ts";
import { readRecords } from "../benchmarks/read_records.ts";

/** A page of the site that is no claim's. */
export interface BenchmarkPage {
  /** Its file, beside the others. */
  readonly file: "benchmarks.html";
  /** What links to it say. */
  readonly title: string;
  /** The whole document. */
  readonly html: string;
}

/**
 * The page of the benchmarks, from the committed records.
 *
 * @returns The page
 */
export async function makeBenchmarkPage(): Promise<BenchmarkPage> {
  const html = await benchmarkPage(await readRecords());
  return { file: "benchmarks.html", title: "Benchmarks", html };
}
