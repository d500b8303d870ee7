import type { Browser, Page } from "playwright-core";

/** A window on a page: how wide it is, what the reader prefers, and whether scripts run. */
export interface View {
  /** Width in CSS pixels. */
  readonly width: number;
  /** Which colours the reader asks for. */
  readonly colorScheme: "light" | "dark";
  /** Whether scripts run, true by default. */
  readonly scripts?: boolean;
}

/** A page that is open, and what went wrong on it so far. */
export interface Visit {
  /** The page. */
  readonly page: Page;
  /** Sentences on what went wrong, added to while the page is open. */
  readonly problems: string[];
  /** Closes the page. */
  close(): Promise<void>;
}

/** Height of the window in CSS pixels. */
const HEIGHT = 900;

/** Long enough for a machine that runs other tests beside this one. */
const PATIENCE_MS = 30_000;

/**
 * Opens a page of the disk and watches it: errors and warnings of the console, those of the content
 * security policy among them, uncaught errors, dialogs, and requests for anything but files.
 *
 * @param browser The browser
 * @param options `url` of a file; the `view`
 * @returns The page when it is loaded
 */
export async function visit(
  browser: Browser,
  { url, view }: { url: string; view: View },
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: view.width, height: HEIGHT },
    colorScheme: view.colorScheme,
    reducedMotion: "reduce",
    javaScriptEnabled: view.scripts ?? true,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      problems.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("dialog", async (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  context.on("request", (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) problems.push(`request: ${request.url()}`);
  });
  // Called off rather than failed: a page that is sent elsewhere stays to be looked at.
  await context.route(/^https?:/, (route) => route.abort("aborted"));
  page.on("websocket", (socket) => problems.push(`request: ${socket.url()}`));
  await page.goto(url, { waitUntil: "load" });
  return { page, problems, close: () => context.close() };
}

/**
 * Shows an open page in another view.
 *
 * @param page The page
 * @param view Its new width and colours; whether scripts run cannot change
 */
export async function turn(page: Page, view: View): Promise<void> {
  await page.setViewportSize({ width: view.width, height: HEIGHT });
  await page.emulateMedia({ colorScheme: view.colorScheme });
}
