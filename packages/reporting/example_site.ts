import type { ClaimReport, Figure } from "./claim.ts";
import type { Site } from "./page_frame.ts";

/**
 * A site whose every free text is the same, for tests: three claims, one without rows and refuted, and one without
 * results.
 *
 * @param text The text
 * @param script Script of its pages, none by default
 * @returns The site
 */
export function exampleSite(text: string, script?: string): Site & { claims: ClaimReport[] } {
  const figure: Figure = {
    name: "slope",
    title: text,
    caption: text,
    alt: text,
    spec: {
      title: text,
      data: {
        values: ["plain", text].flatMap((name) =>
          [1, 2, 3].map((steps) => ({ steps, error: 1 / steps, name }))
        ),
      },
      mark: { type: "line", clip: true },
      encoding: {
        x: { field: "steps", type: "quantitative", title: text },
        y: { field: "error", type: "quantitative", title: text },
        color: {
          field: "name",
          type: "nominal",
          title: text,
          scale: { domain: ["plain", text], range: ["#1c7cdc", "#e5650c"] },
        },
      },
    },
  };
  const claim = (key: string, rows: number): ClaimReport => ({
    key,
    title: text,
    sentence: text,
    verdict: "holds",
    evidence: text,
    paragraphs: [text, text],
    method: [text],
    program: text,
    columns: [{ key: "name", label: text, unit: text }, {
      key: "error",
      label: "Error",
      unit: "nats",
    }],
    rows: Array.from({ length: rows }, (_, i) => ({ name: text, error: i / 7 })),
    figures: [figure, { ...figure, name: "slope-1" }],
    command: text,
    seed: 7,
    fingerprint: text,
  });
  return {
    name: text,
    claims: [claim("one", 3), claim("one-slope", 40), { ...claim("none", 0), verdict: "refuted" }],
    extras: [{ file: "studio.html", title: text }],
    generated: { command: text, fingerprint: text, commit: text },
    ...(script === undefined ? {} : { script }),
  };
}

/** A text that tries to become markup, script and address in every way at once. */
export const hostileText: string =
  `<script>alert(1)</script></style></title><img src=x onerror=alert(1)>" onclick='a'--><!--` +
  "\u2028\u2029javascript:alert(1)`<b>`*<i>*&lt;\0\ud800";
