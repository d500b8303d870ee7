import { type DocEntry, formatDocPage } from "@optique/core/doc";
import { message, text } from "@optique/core/message";
import { getDocPage } from "@optique/core/parser";
import type { Command } from "./command.ts";
import { commands } from "./commands.ts";
import { argumentsParser } from "./read_arguments.ts";
import { policyKinds } from "./policy_kinds.ts";
import { sourceKinds } from "./source_kinds.ts";
import { kindText } from "./keyed_spec.ts";
import { wrapText } from "./wrap_text.ts";

/** Pages are not set wider than this, however wide the terminal: long lines are hard to read. */
const widestPage = 100;

/**
 * The help page of the program.
 *
 * @param columns Width of the terminal
 * @returns The page
 */
export function programHelp(columns: number): string {
  const width = Math.min(columns, widestPage);
  const entries = commands.map(({ name, summary }): DocEntry => ({
    term: { type: "command", name },
    description: message`${text(summary)}`,
  }));
  return wrapText(
    "How many steps does a masked diffusion language model need, and how should it spend them? Answers are exact, but for those from losses, which are estimates with intervals; errors are in nats.",
    { columns: width },
  ) +
    "\nUsage: unmask COMMAND --source KIND:key=value,.. [options]\n" +
    "In a clone, unmask is `deno task unmask`.\n\n" +
    entriesText("Commands:", entries, width) +
    `\n${sourcesText(width)}\n` +
    "Every command:\n" +
    "  --json, --seed SEED, --quiet, --help; unmask --version\n\n" +
    "Examples:\n" +
    commands.map(({ examples }) => `  ${examples[0]}\n`).join("") +
    "\n" +
    wrapText(
      "Exit status: 0 done, 2 bad input (one line on standard error), 1 a bug (UNMASK_DEBUG=1 shows its stack), 130 ended by Ctrl-C.",
      { columns: width },
    );
}

/**
 * The help page of one command.
 *
 * @param command The command
 * @param columns Width of the terminal
 * @returns The page
 */
export function commandHelp(command: Command, columns: number): string {
  const width = Math.min(columns, widestPage);
  // A decision is about every law.
  const takesSource = "source" in command.options;
  const sections = getDocPage(argumentsParser(command.options))?.sections ?? [];
  const entries = sections.flatMap((section) => section.entries);
  return wrapText(`unmask ${command.name}: ${command.summary}`, { columns: width }) +
    "\n" +
    wrapText(command.description, { columns: width }) +
    `\nUsage: unmask ${command.name}${
      takesSource ? " --source KIND:key=value,.." : ""
    } [options]\n\n` +
    entriesText("Options:", entries, width) +
    (takesSource
      ? `\nSources, see unmask --help:\n${
        sourceKinds
          .filter((kind) =>
            command.needsLaw === true ? kind.isCurveOnly !== true : kind.isPredictorOnly !== true
          )
          .map((kind) => `  ${kindText(kind)}\n`).join("")
      }`
      : "") +
    (command.takesPolicy === true ? `\n${policiesText(width)}` : "") +
    "\nExamples:\n" +
    command.examples.map((example) => `  ${example}\n`).join("");
}

function policiesText(width: number): string {
  return "Policies, each with --blocks or --block-length inside blocks from left to right:\n" +
    policyKinds.map((kind) => {
      const takes = kind.takes === "nothing"
        ? ""
        : `; takes ${kind.takes === "grid" ? "--grid" : "sizes"}`;
      return `  ${kindText(kind)}\n` +
        wrapText(`${kind.summary}${takes}`, { columns: width, indent: 6 }) +
        Object.entries(kind.keys).map(([key, { help }]) =>
          wrapText(`${key}: ${help}`, { columns: width, indent: 6, hang: 2 })
        ).join("");
    }).join("");
}

function sourcesText(width: number): string {
  const lines = sourceKinds.map((kind) =>
    `  ${kindText(kind)}\n` +
    wrapText(kind.summary, { columns: width, indent: 6 }) +
    Object.entries(kind.keys)
      .filter(([key]) => key !== "length" && key !== "states")
      .map(([key, { help, default: standard }]) =>
        wrapText(
          `${key}: ${help}${standard === undefined ? "" : `; ${standard} by default`}`,
          { columns: width, indent: 6, hang: 2 },
        )
      ).join("")
  );
  return "Sources:\n" + lines.join("") +
    wrapText(
      "length: tokens in a sequence. states: size of the vocabulary. file: a path without a comma, or - for standard input.",
      { columns: width, indent: 2 },
    );
}

function entriesText(title: string, entries: readonly DocEntry[], width: number): string {
  const page = formatDocPage(
    "unmask",
    { sections: [{ entries }] },
    { colors: false, maxWidth: width, showUsage: false, termWidth: "auto" },
  );
  return `${title}\n${
    page.split("\n").map((line) => line.trimEnd()).join("\n").trim().replace(/^/, "  ")
  }\n`;
}
