/// <reference lib="dom" />
import type { Page } from "playwright-core";

/**
 * What a page allows that it should not: a missing or loose content security policy, handlers and
 * code in attributes, a drawing engine within reach of every script.
 *
 * @param page The page
 * @returns A sentence for each
 */
export async function policyProblems(page: Page): Promise<string[]> {
  return await page.evaluate(looseEnds);
}

/** Runs in the page. */
function looseEnds(): string[] {
  const problems: string[] = [];
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')
    ?.getAttribute("content");
  if (!policy) problems.push("there is no content security policy");
  else {
    if (!/(?:^|;)\s*default-src 'none'/.test(policy)) {
      problems.push("the policy does not begin from default-src 'none'");
    }
    for (const loose of ["'unsafe-eval'", "'unsafe-inline'", "http:", "https:", "*"]) {
      if (policy.split(/[\s;]+/).includes(loose)) problems.push(`the policy allows ${loose}`);
    }
  }
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) problems.push(`${element.localName} has a handler ${name}`);
      if (/^\s*javascript:/i.test(value)) problems.push(`${element.localName} has code in ${name}`);
    }
  }
  for (const name of Object.getOwnPropertyNames(window)) {
    const value = Object.getOwnPropertyDescriptor(window, name)?.value;
    if (typeof value?.scenegraph === "function" && typeof value?.runAsync === "function") {
      problems.push(`a drawing is within reach as window.${name}`);
    }
  }
  return problems;
}
