import { studioDocument } from "@unmask/studio";
import type { MadePage } from "./made_page.ts";

/** The entry point that is bundled for the browser. */
const entryPoint = new URL(import.meta.resolve("@unmask/studio/main"));

/**
 * The studio as one self-contained HTML document.
 *
 * Bundles the entry point of the studio with all that it imports, about a second, and puts the script
 * into the page.
 *
 * @returns The document; the same bytes from the same source and the pinned Deno
 * @throws {Error} When the bundler reports an error
 */
export async function studioPage(): Promise<string> {
  const { outputFiles, errors } = await Deno.bundle({
    entrypoints: [entryPoint.href],
    platform: "browser",
    format: "iife",
    minify: true,
    write: false,
  });
  const [file] = outputFiles ?? [];
  if (errors.length > 0 || file === undefined) {
    throw new Error(
      `Cannot bundle the studio: ${errors.map(({ text }) => text).join("; ") || "no output"}`,
    );
  }
  return studioDocument({ script: file.text().trimEnd() });
}

/** The studio as a page of the site. */
export async function makeStudioPage(): Promise<MadePage> {
  return { file: "studio.html", title: "Studio", html: await studioPage() };
}
