/// <reference lib="dom" />

/**
 * Brings the part that the address names back into view after figures above it have changed their height.
 *
 * Not where the reader has moved meanwhile, or came back to a page: then the place is the reader's own.
 *
 * @param drawn Settles when the figures have their height
 */
export async function keepPlace(drawn: Promise<unknown>): Promise<void> {
  let moved = false;
  const leave = (): void => void (moved = true);
  for (const act of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    addEventListener(act, leave, { once: true, passive: true });
  }
  await drawn;
  const [arrival] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (moved || arrival?.type !== "navigate") return;
  document.querySelector(":target")?.scrollIntoView();
}
