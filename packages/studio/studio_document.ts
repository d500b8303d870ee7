import { escapeHtml, formatNumber } from "@unmask/reporting/plain";
import { scheduleFamilies } from "@unmask/schedules";
import type { StudioAnswer } from "./answer.ts";
import { curvePicture } from "./curve_picture.ts";
import { Desk } from "./desk.ts";
import { frontierPicture } from "./frontier_picture.ts";
import { type NumberField, numberFields, SLIDER_PLACES } from "./number_fields.ts";
import { scheduleTexts } from "./schedule_texts.ts";
import { SCRIPT_ID } from "./script_id.ts";
import { type Shape, shapeText } from "./shape.ts";
import { defaultState, type SourceChoice, sourceKinds } from "./studio_state.ts";
import { studioStyle } from "./studio_style.ts";

/** Size of the still pictures. */
const STILL = {
  curve: { width: 860, height: 400 },
  frontier: { width: 640, height: 300 },
} as const;

// A page without an icon would ask its server for one.
const ICON = "data:image/svg+xml," + encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#e5650c" d="M1 3h5v4h4v4h5v2H1z"/></svg>',
);

const kindNames: Readonly<Record<SourceChoice["kind"], string>> = {
  "potts-chain": "Potts chain",
  "copies": "Copies of one token",
  "parity": "Parity code",
  "reed-solomon": "Reed-Solomon code",
  "text": "Text, fitted by a chain",
  "losses": "Log of losses",
};

/**
 * The studio as one HTML document that needs nothing else: no request, no font.
 *
 * Its content security policy allows its own script and stylesheet, by hash, and a worker that the
 * script makes of its own text. Without a script the page shows the default state as still pictures.
 *
 * @param options `script`, the bundled entry point
 * @returns The document; the same bytes for the same script
 * @throws {RangeError} On a script that would end its own element
 */
export async function studioDocument({ script }: { script: string }): Promise<string> {
  if (/<\/script|<!--|\r/i.test(script)) {
    throw new RangeError(
      "Cannot make the studio: its script must not hold the end of a script element, a comment or a carriage return, got one",
    );
  }
  const reply = new Desk().answer(defaultState);
  if (!reply.ok) throw new RangeError(reply.refusal);
  const policy = [
    "default-src 'none'",
    `script-src '${await sourceHash(script)}'`,
    "worker-src blob:",
    `style-src '${await sourceHash(studioStyle)}'`,
    "img-src data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="Plan the steps of a masked diffusion sampler by hand, and see what they cost.">
<title>Unmask studio: schedules by hand</title>
<link rel="icon" href="${ICON}">
<style>${studioStyle}</style>
</head>
<body>
<a class="skip" href="#pictures">Skip to the pictures</a>
<div class="studio">
<header>
<h1>Unmask studio</h1>
<p class="lead">A masked diffusion model that reveals several tokens at once pays with error: the area between its
information curve and the staircase of its schedule. Choose a source, drag the steps, watch the area.</p>
<noscript><p class="refusal">JavaScript is off: the pictures below are still ones of the default state, a Potts chain of
${defaultState.source.length} tokens, and nothing can be changed.</p></noscript>
<p class="refusal" id="link-fault" role="status" hidden></p>
</header>
<main>
${controls()}
<div class="pictures" id="pictures" tabindex="-1">
${pictures(reply.content)}</div>
</main>
<footer>
<p><a href="index.html">The claims and their figures</a>. Everything is computed in this page: it asks no server for
anything, and what is pasted stays here and in the link that you copy.</p>
</footer>
</div>
<script id="${SCRIPT_ID}">${script}</script>
</body>
</html>
`;
}

function controls(): string {
  const kinds = sourceKinds.map((kind) => `<option value="${kind}">${kindNames[kind]}</option>`);
  const families = scheduleFamilies.map(({ name }) => `<option value="${name}">${name}</option>`);
  return `<form class="controls" id="controls" hidden>
<fieldset>
<legend>Source</legend>
<div class="field"><label for="source">Law</label><select id="source">${
    kinds.join("")
  }</select></div>
${numberField("length")}
${numberField("states", "potts-chain copies parity")}
${numberField("coupling", "potts-chain")}
${numberField("dimension", "reed-solomon")}
<div class="field" data-kinds="text">
<label for="text">Text, folded to letters and spaces</label>
<textarea id="text" rows="6" spellcheck="false" autocomplete="off" aria-describedby="refusal"></textarea>
</div>
<div class="field" data-kinds="losses">
<div class="drop" id="drop">
<label for="csv">Losses as CSV: paste, drop a file here, or choose one</label>
<textarea id="csv" rows="7" spellcheck="false" autocomplete="off" aria-describedby="csv-hint refusal"></textarea>
<input type="file" id="file" accept=".csv,text/csv,text/plain" aria-label="Choose a CSV file of losses">
<p class="hint" id="csv-hint">A header with masked_fraction or revealed, loss in nats per masked token, and standard_error or
count where known. The rows here at first are made up.</p>
</div>
</div>
<p class="refusal" id="refusal" role="alert" hidden></p>
<div id="notes"></div>
</fieldset>
<fieldset>
<legend>Budget</legend>
<div class="choices" role="radiogroup" aria-label="What may be spent">
<label><input type="radio" name="budget" id="budget-steps" value="steps">steps</label>
<label><input type="radio" name="budget" id="budget-error" value="error">path error</label>
</div>
${numberField("steps")}
${numberField("error")}
<p class="hint" id="error-hint">The fewest steps in which the optimum has at most that error.</p>
</fieldset>
<fieldset>
<legend>Schedule</legend>
<div class="field"><label for="schedule">Shown</label><select id="schedule"><option value="optimal">optimum</option>
${families.join("")}<option value="by hand" hidden>by hand</option></select></div>
<button type="button" class="main" id="snap">Snap to the optimum</button>
</fieldset>
<fieldset>
<legend>Take it with you</legend>
<div class="row">
${
    scheduleTexts.map(({ name, summary }) =>
      `<button type="button" data-copy="${name}" title="${
        escapeHtml(summary)
      }">Copy ${name}</button>`
    ).join("\n")
  }
<button type="button" id="copy-link">Copy link</button>
</div>
<div class="field" id="copied-field" hidden><label for="copied" id="copied-label">Copied text</label>
<textarea id="copied" rows="3" readonly></textarea></div>
</fieldset>
<p class="status" id="status" role="status"></p>
</form>`;
}

function numberField(id: NumberField["id"], kinds?: string): string {
  const field = numberFields.find((candidate) => candidate.id === id)!;
  const { label, least, most, whole } = field;
  const range = most < Number.MAX_VALUE ? ` min="${least}" max="${most}"` : ` min="${least}"`;
  return `<div class="field" id="${id}-field"${kinds === undefined ? "" : ` data-kinds="${kinds}"`}>
<label for="${id}">${label}</label>
<div class="pair">
<input type="range" id="${id}-slider" min="0" max="${SLIDER_PLACES}" step="1" aria-label="${label}, slider">
<input type="number" id="${id}"${range} step="${
    whole ? "1" : "any"
  }" inputmode="decimal" autocomplete="off" required aria-describedby="${id}-rule">
</div>
<p class="refusal" id="${id}-rule" hidden></p>
</div>`;
}

function pictures(answer: StudioAnswer): string {
  const { curve, sizes, price, optimum, totalCorrelation, frontier } = answer;
  const drawnCurve = curvePicture({
    size: STILL.curve,
    curve: curve.conditionalEntropies,
    sizes,
    cut: null,
  });
  const drawnFrontier = frontierPicture({
    size: STILL.frontier,
    frontier,
    current: { steps: sizes.length, pathError: price.nats },
  });
  const nats = (value: number): string => `${formatNumber(value)} nats`;
  return `<p class="refusal" id="no-answer" hidden>No answer: the source refuses what was entered, and says why beside it.</p>
<section aria-labelledby="curve-heading">
<h2 id="curve-heading">Information curve and schedule</h2>
<dl class="readout" id="readout">
<div class="first"><dt>Path error</dt><dd id="price">${nats(price.nats)}</dd></div>
<div><dt>Steps</dt><dd id="shown-steps">${sizes.length}</dd></div>
<div><dt>Optimum in as many</dt><dd id="optimum">${nats(optimum.nats)}</dd></div>
<div><dt>The optimum saves</dt><dd id="saving">this is it</dd></div>
<div><dt id="one-step-label">Error of one step</dt><dd id="one-step">${
    nats(totalCorrelation)
  }</dd></div>
</dl>
<p class="spoken" id="spoken" aria-live="polite"></p>
${
    still({
      id: "curve",
      role: "group",
      label: "Information curve with the staircase of the schedule",
      size: STILL.curve,
      shapes: drawnCurve.shapes,
    })
  }
<ul class="key"><li><span class="swatch"></span>information curve</li><li><span class="swatch stairs"></span>schedule</li>
<li><span class="swatch area"></span>area = path error</li><li id="band-key" hidden><span class="swatch band"></span>two standard errors</li></ul>
<p class="hint" id="fit-hint" hidden>The curve is a smooth fit of the losses. The shaded area is the error of the fit; the estimate above is made
apart from it, without the smoothing, and corrected where the log chose the schedule.</p>
<p class="hint" id="curve-hint"></p>
</section>
<div class="wide" id="wide">
<section aria-labelledby="frontier-heading">
<h2 id="frontier-heading">Least error against steps</h2>
${
    still({
      id: "frontier",
      role: "img",
      label: "Least path error against the number of steps, and the schedule shown",
      size: STILL.frontier,
      shapes: drawnFrontier,
    })
  }
<ul class="key"><li><span class="swatch"></span>optimum</li><li><span class="swatch dot"></span>schedule shown</li></ul>
</section>
<section aria-labelledby="bounds-heading" id="bounds-section" hidden>
<h2 id="bounds-heading">Bounds on this schedule</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Table of bounds"><table class="priced" id="bounds-table"><thead><tr><th scope="col">Bound</th><th scope="col">Side</th>
<th scope="col" class="number">nats</th></tr></thead><tbody id="bounds"></tbody></table></div>
<p class="hint" id="no-bounds" hidden>Bounds are about exact curves; this one is estimated.</p>
</section>
<section aria-labelledby="families-heading" id="families-section" hidden>
<h2 id="families-heading">Families in as many steps</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Table of families"><table class="priced"><thead><tr><th scope="col">Family</th><th scope="col" class="number">nats</th>
<th scope="col" class="number">the optimum saves</th><th scope="col"><span class="spoken">Show it</span></th></tr></thead>
<tbody id="families"></tbody></table></div>
</section>
<section aria-labelledby="play-heading" id="play-section" hidden>
<h2 id="play-heading">A sample, as it is unmasked</h2>
<div class="row">
<button type="button" id="play">Play</button>
<button type="button" id="another">Another sample</button>
<input type="range" class="iteration" id="iteration" min="0" max="1" step="1" value="0" aria-label="Iterations done">
</div>
<p class="hint" id="play-words"></p>
<div class="tokens" id="tokens" role="img" aria-label="Tokens of the sample"></div>
<p class="hint" id="play-key">Colour is the iteration: first <span class="scale" role="presentation"></span> last. Tokens of one iteration are drawn without knowing
each other.</p>
</section>
</div>
`;
}

function still(
  { id, role, label, size: { width, height }, shapes }: {
    id: string;
    role: string;
    label: string;
    size: { width: number; height: number };
    shapes: readonly Shape[];
  },
): string {
  return `<svg class="drawn" id="${id}" role="${role}" aria-label="${label}" viewBox="0 0 ${width} ${height}">${
    shapes.map(shapeText).join("")
  }</svg>`;
}

/** A source expression of a content security policy that allows exactly this text. */
async function sourceHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `sha256-${new Uint8Array(digest).toBase64()}`;
}
