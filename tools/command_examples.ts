import { type Io, run } from "@unmask/cli";

/** A shell block of a page, and the output that the page shows below it. */
export interface CommandExample {
  /** Line of the page that it starts in, from 1. */
  readonly line: number;
  /** Its lines. */
  readonly commands: readonly string[];
  /** The block that follows it; null where the page shows none. */
  readonly shown: string | null;
}

/** Languages of blocks that show output. */
const outputs = new Set(["text", "csv"]);

/**
 * The shell blocks of a page that run `unmask`.
 *
 * @param markdown The page
 * @returns Its examples, in order
 */
export function commandExamples(markdown: string): readonly CommandExample[] {
  const blocks = [...markdown.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map((match) => ({
    line: markdown.slice(0, match.index).split("\n").length,
    language: match[1]!,
    text: match[2]!,
  }));
  return blocks.flatMap(({ line, language, text }, i) => {
    const commands = text.trimEnd().split("\n");
    if (language !== "sh" || !commands.some((command) => command.startsWith("unmask "))) return [];
    const next = blocks[i + 1];
    return [{ line, commands, shown: next && outputs.has(next.language) ? next.text : null }];
  });
}

/** A little of a shell: `unmask`, `echo '..'` and `cat`, `".."`, with `> FILE` or `| head -N` behind them. */
export class ExampleShell {
  readonly #files: Map<string, string>;

  /**
   * A shell in a folder.
   *
   * @param files Contents of the files that are there, by path
   */
  constructor(files: Readonly<Record<string, string>> = {}) {
    this.#files = new Map(Object.entries(files));
  }

  /**
   * Runs one line.
   *
   * @param line As a page shows it
   * @returns What a person sees of it, standard error included
   * @throws {Error} On a line that this shell does not know
   */
  async run(line: string): Promise<string> {
    const [, words, , file, lines] = /^(.*?)(?: (> (\S+)|\| head -(\d+)))?$/.exec(line)!;
    const { output, errors } = await this.#outputOf(words!);
    if (file !== undefined) this.#files.set(file, output);
    const seen = lines === undefined
      ? output
      : output.split("\n").slice(0, Number(lines)).join("\n") + "\n";
    return (file === undefined ? seen : "") + errors;
  }

  async #outputOf(words: string): Promise<{ output: string; errors: string }> {
    const echoed = /^echo '([^']*)'$/.exec(words);
    if (echoed !== null) return { output: `${echoed[1]}\n`, errors: "" };
    const [command, ...args] = [...words.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) =>
      quoted ?? word
    );
    if (command === "cat") return { output: this.#contents(args[0]!), errors: "" };
    if (command !== "unmask") {
      throw new Error(`Cannot run an example: it must be unmask, echo or cat, got ${words}`);
    }
    let output = "";
    let errors = "";
    const io: Io = {
      readFile: (path) => new TextEncoder().encode(this.#contents(path)),
      readChunks: (path) => [new TextEncoder().encode(this.#contents(path))],
      writeFile: (path, bytes) => void this.#files.set(path, new TextDecoder().decode(bytes)),
      makeDirectory: () => {},
      fonts: () => [],
      write: (text) => void (output += text),
      writeError: (text) => void (errors += text),
      columns: 80,
      interactive: false,
      debug: false,
      screen: undefined,
      now: () => 0,
      sleep: () => Promise.resolve(),
      onInterrupt: () => () => {},
    };
    await run(args, io);
    return { output, errors };
  }

  #contents(path: string): string {
    const contents = this.#files.get(path);
    if (contents === undefined) throw new Error("there is no such file");
    return contents;
  }
}
