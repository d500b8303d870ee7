/**
 * Tells a pull request what the benchmarks of its head found. Run by GitHub with a token that may
 * comment, after code of strangers ran elsewhere and left a file.
 *
 *     deno task bench-comment
 *
 * @module
 */
import process from "node:process";
import { CommentApi, type CommentTarget, type Fetch } from "./comment_api.ts";
import { PAIR_BYTES, readPairFigures } from "./pair_figures.ts";
import { codeText, pairSummary } from "./pair_summary.ts";
import { readZipEntry } from "./read_zip_entry.ts";

/** First line of the comment, unseen by readers, by which the next run finds it. */
const MARK = "<!-- unmask benchmarks -->";

/**
 * Writes the comment.
 *
 * @param target What is told to whom
 * @param options `token` and `fetch`
 * @returns One line that says what was done
 * @throws {RangeError} When what the run left is not figures
 */
export async function comment(
  target: CommentTarget,
  options: { token: string; fetch: Fetch },
): Promise<string> {
  const api = new CommentApi(target, options);
  const archive = await api.archive("bench", PAIR_BYTES);
  if (archive === null) return "The run left no figures.";
  const bytes = readZipEntry(archive, { name: "bench.json", limit: PAIR_BYTES });
  const figures = readPairFigures(new TextDecoder().decode(bytes));
  const pull = await api.pullRequest();
  if (pull === null) return "No open pull request has this commit as its head.";
  const origin = `For ${codeText(target.head)}, merged into its base; the figures are those that ` +
    "the pull request's own code reported.";
  await api.write(pull, { mark: MARK, text: `${pairSummary(figures)}\n${origin}\n` });
  return `Commented on pull request ${pull}.`;
}

if (import.meta.main) {
  const names = {
    repository: "GITHUB_REPOSITORY",
    run: "BENCH_RUN",
    head: "BENCH_HEAD",
    owner: "BENCH_OWNER",
    branch: "BENCH_BRANCH",
  } as const;
  const missing = [...Object.values(names), "GITHUB_TOKEN"].filter((name) => !process.env[name]);
  if (missing.length > 0) {
    process.stderr.write(`Cannot comment: ${missing.join(", ")} must be set, as on GitHub\n`);
    process.exit(2);
  }
  const value = (key: keyof typeof names): string => process.env[names[key]]!;
  try {
    const target = {
      api: process.env["GITHUB_API_URL"] ?? "",
      repository: value("repository"),
      run: value("run"),
      head: value("head"),
      owner: value("owner"),
      branch: value("branch"),
    };
    const token = process.env["GITHUB_TOKEN"]!;
    process.stdout.write(`${await comment(target, { token, fetch })}\n`);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}
