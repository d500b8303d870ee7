import type { Browser } from "playwright-core";

/** Where a Chromium is looked for, in this order. */
const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Path of this machine's Chromium, undefined where there is none. */
const executablePath = places.find((path) => {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
});

const required = Deno.env.get("UNMASK_REQUIRE_ALL") === "1";

/**
 * Registers a test that drives a browser.
 *
 * Without Chromium it is skipped, which its name says; under `UNMASK_REQUIRE_ALL=1` it fails instead.
 *
 * @param name A sentence that can be false
 * @param check What to do with the browser
 */
export function browserTest(
  name: string,
  check: (browser: Browser, test: Deno.TestContext) => Promise<void>,
): void {
  const skipped = executablePath === undefined && !required;
  Deno.test({
    // In the name, since a quiet run shows nothing else of a test that it skips.
    name: skipped ? `${name} (skipped: there is no Chromium)` : name,
    ignore: skipped,
    fn: async (test) => {
      const browser = await launch();
      try {
        await check(browser, test);
      } finally {
        await browser.close();
      }
    },
  });
}

async function launch(): Promise<Browser> {
  if (executablePath === undefined) {
    throw new Error(`Cannot test in a browser: Chromium must be at one of ${places.join(", ")}`);
  }
  // When it is loaded, the driver asks whether this is Windows' Linux by files of /proc that only
  // --allow-all may read; the variable is the switch by which it does not ask.
  Deno.env.set("__IS_WSL_TEST__", "1");
  const { chromium } = await import("playwright-core");
  return await chromium.launch({
    executablePath,
    args: [
      // Its own sandbox does not start for root, nor in most containers. It sees our pages only.
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // A page that asks for anything gets no answer from outside, and the request is seen.
      "--host-resolver-rules=MAP * ~NOTFOUND",
    ],
  });
}
