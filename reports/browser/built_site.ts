import { fileURLToPath, pathToFileURL } from "node:url";

/** A page of the built site. */
export interface BuiltPage {
  /** Name of its file. */
  readonly name: string;
  /** Its address on the disk. */
  readonly url: string;
  /** Its text. */
  readonly html: string;
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = `${root}reports/site`;

/**
 * Builds the site as a reader does, with the permissions of `deno task report`, from nothing.
 *
 * @returns The pages in `reports/site`, by name
 * @throws {Error} When it does not build, with what it said
 */
export async function builtSite(): Promise<BuiltPage[]> {
  // A page of an earlier build must not pass for one of this.
  await Deno.remove(folder, { recursive: true }).catch(() => {});
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "report"],
    cwd: root,
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  if (!success) {
    throw new Error(`Cannot test the site: it did not build: ${new TextDecoder().decode(stderr)}`);
  }
  const names = [...Deno.readDirSync(folder)].map(({ name }) => name)
    .filter((name) => name.endsWith(".html")).sort();
  return await Promise.all(names.map(async (name) => ({
    name,
    url: pathToFileURL(`${folder}/${name}`).href,
    html: await Deno.readTextFile(`${folder}/${name}`),
  })));
}
