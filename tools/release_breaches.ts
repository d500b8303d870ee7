/** What a release is made of, as far as its name is concerned. */
export interface ReleaseFacts {
  /** Name of the tag; undefined where none was given. */
  readonly tag: string | undefined;
  /** For each package, its version; undefined where it has none. */
  readonly versions: ReadonlyMap<string, string | undefined>;
  /** Text of `CHANGES.md`. */
  readonly changes: string;
  /** Files that differ from the commit, as git names them. */
  readonly dirty: readonly string[];
}

/**
 * What stands between a commit and its release.
 *
 * The tag is `v` and a version, every package has that version, its changes are told under a
 * heading with the day, and nothing but the commit goes into the archives.
 *
 * @param facts Tag, versions, changes and files that are not committed
 * @returns One sentence for each breach
 */
export function releaseBreaches({ tag, versions, changes, dirty }: ReleaseFacts): string[] {
  const version = /^v(\d+\.\d+\.\d+(?:-[a-z0-9.]+)?)$/.exec(tag ?? "")?.[1];
  if (version === undefined) return [`RELEASE_TAG must be a version such as v0.1.0, got ${tag}`];
  const breaches = [...versions]
    .filter(([, own]) => own !== version)
    .map(([name, own]) => `the version of ${name} must be ${version}, got ${own}`);
  const heading = changes.split("\n").find((line) => line.startsWith(`## ${version},`));
  if (heading === undefined) breaches.push(`CHANGES.md must have a heading for ${version}`);
  else if (!/, \d{4}-\d{2}-\d{2}$/.test(heading)) {
    breaches.push(`the heading in CHANGES.md must end with the day, got "${heading}"`);
  }
  if (dirty.length > 0) breaches.push(`everything must be committed, got ${dirty.join(", ")}`);
  return breaches;
}
