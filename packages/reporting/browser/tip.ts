/// <reference lib="dom" />

/** Pixels between the pointer and the box, and between the box and the edge of the window. */
const GAP = 14;

let box: HTMLElement | undefined;

/**
 * Shows a tooltip beside the pointer: a line for each value. Texts stay texts, whatever is in them.
 *
 * @param event Where the pointer is
 * @param value Pairs of a title and a value; anything else hides the box
 */
export function showTip(event: MouseEvent | TouchEvent, value: unknown): void {
  if (!Array.isArray(value)) return hideTip();
  box ??= madeBox();
  const lines = value.map(([title, text]: [string, unknown]) => {
    const line = document.createElement("div");
    const name = document.createElement("span");
    name.textContent = title;
    line.append(name, String(text));
    return line;
  });
  box.replaceChildren(...lines);
  box.hidden = false;
  const { clientX, clientY } = "clientX" in event ? event : event.changedTouches[0]!;
  const { width, height } = box.getBoundingClientRect();
  const right = clientX + GAP + width <= document.documentElement.clientWidth;
  const below = clientY + GAP + height <= innerHeight;
  box.style.left = `${right ? clientX + GAP : Math.max(GAP / 2, clientX - GAP - width)}px`;
  box.style.top = `${below ? clientY + GAP : clientY - GAP - height}px`;
}

/** Hides the tooltip. */
export function hideTip(): void {
  if (box !== undefined) box.hidden = true;
}

function madeBox(): HTMLElement {
  const made = document.createElement("div");
  made.className = "tip";
  // The table beside each figure says the same to those who cannot point.
  made.setAttribute("aria-hidden", "true");
  document.body.append(made);
  addEventListener("scroll", hideTip, { passive: true, capture: true });
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hideTip();
  });
  return made;
}
