/** File of the front page. */
export const frontPage = "index.html";

/** Names that a page of a site may not have: the front page's. */
const TAKEN = new Set(["index"]);

/**
 * File of a claim's page.
 *
 * @param key The claim's key
 * @returns Its address, relative to the other pages
 */
export function pageOf(key: string): string {
  return `${key}.html`;
}

/**
 * Refuses names that could not stand in addresses, identifiers and file names, or that come twice.
 *
 * @param what What they name, for the message
 * @param names The names
 * @throws RangeError if a name is not lower-case letters, digits and single hyphens, comes twice, or is `index`
 */
export function checkNames(what: string, names: readonly string[]): void {
  names.forEach((name, i) => {
    if (
      !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) || TAKEN.has(name) || names.indexOf(name) !== i
    ) {
      throw new RangeError(
        `Cannot make the page: ${what} must be different, of lower-case letters, digits and single hyphens, and not ` +
          `index, got ${JSON.stringify(name)}`,
      );
    }
  });
}
