import { pathToFileURL } from "node:url";
import type { BuiltPage } from "./built_site.ts";

/** A policy that lets a page do nothing but show pictures that it holds itself. */
export const strict = "default-src 'none'; img-src data:";
/** A policy that lets a page run its own scripts, for faults that take one. */
export const loose = `${strict}; script-src 'unsafe-inline'; style-src 'unsafe-inline'`;
/** A picture of one pixel. */
export const pixel =
  "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

/**
 * A page without a fault, but for what is put into it.
 *
 * @param content Markup of its body
 * @param policy Content security policy, null for none
 * @returns The document
 */
export function pageWith(content: string, policy: string | null = strict): string {
  const meta = policy === null
    ? ""
    : `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${meta}<title>Page</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="${pixel}"></head><body>
<main><h1>Page</h1><h2 id="part">Part <a href="#part" aria-label="Link to: Part">#</a></h2>
<figure><svg width="9" height="9" role="img" aria-label="A square"><path d="M0,0h9v9z"/></svg></figure>
${content}</main></body></html>`;
}

/**
 * Puts a page on the disk for as long as it is used.
 *
 * @param html The document
 * @param use What to do with it
 * @returns What that returns
 */
export async function withPage<Result>(
  html: string,
  use: (page: BuiltPage) => Promise<Result>,
): Promise<Result> {
  const path = await Deno.makeTempFile({ suffix: ".html" });
  try {
    await Deno.writeTextFile(path, html);
    return await use({ url: pathToFileURL(path).href, html, name: "page.html" });
  } finally {
    await Deno.remove(path);
  }
}
