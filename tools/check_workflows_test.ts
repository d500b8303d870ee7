import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { readWorkflowFiles, workflowCheck } from "./check_workflows.ts";

const check = await workflowCheck();
const files = await readWorkflowFiles(fileURLToPath(import.meta.resolve("../")));
const ci = files.get(".github/workflows/ci.yml")!;
const sound = `name: Sound
on: push
permissions:
  contents: read
concurrency:
  group: sound
jobs:
  only:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: read
    strategy:
      matrix:
        workload: [path-error]
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - run: deno task bench --filter path-error
        env:
          TITLE: \${{ github.event.pull_request.title }}
`;

/** Messages for the sound workflow after a change, which must change it. */
function messages(from: string, to: string, text = sound): readonly string[] {
  const changed = text.replace(from, to);
  assert.notEqual(changed, text, from);
  return check(changed, "faulty.yml").map(({ message }) => message);
}

Deno.test("the workflows of the repository break no rule", () => {
  assert.ok(files.size >= 5);
  for (const [path, text] of files) assert.deepEqual(check(text, path), [], path);
  assert.deepEqual(check(sound, "sound.yml"), []);
});

/** What to do to a sound workflow, and the one complaint that must follow. */
const faults: readonly (readonly [name: string, from: string, to: string, complaint: RegExp])[] = [
  ["an action pinned to a tag", "@3d3c42e5aac5ba805825da76410c181273ba90b1", "@v7", /40 hex/],
  ["an action pinned to a short commit", "@3d3c42e5aac5ba805825da7", "@", /40 hex/],
  ["a pin without its version", " # v7.0.1", "", /version of a pin .*null/],
  ["a pin with half a version", "# v7.0.1", "# v7", /version of a pin .*v7/],
  ["an action of the tree", "actions/checkout@3d3c", "./actions/checkout@3d3c", /40 hex/],
  ["a checkout that keeps the token", "persist-credentials: false", "fetch-depth: 1", /persist/],
  [
    "a command of several lines",
    "run: deno task",
    "run: |\n          deno ci\n          deno",
    /one line/,
  ],
  [
    "a command that is not deno",
    "run: deno task bench",
    "run: npm test",
    /must start with "deno "/,
  ],
  ["a command for a shell", "--filter path-error", "--filter $TITLE", /must not need a shell/],
  ["two commands in one", "--filter path-error", "&& deno ci", /must not need a shell/],
  [
    "a shell of its own",
    "        env:",
    "        shell: bash\n        env:",
    /must not have shell/,
  ],
  [
    "a shell for all",
    "jobs:",
    "defaults:\n  run:\n    shell: bash\njobs:",
    /must not have defaults/,
  ],
  [
    "a container",
    "    strategy:",
    "    container: node:22\n    strategy:",
    /must not have container/,
  ],
  ["a job without a timeout", "    timeout-minutes: 5\n", "", /timeout-minutes .*null/],
  ["a job that may run for hours", "timeout-minutes: 5", "timeout-minutes: 360", /timeout-minutes/],
  [
    "a job without permissions",
    "    permissions:\n      contents: read\n    strategy",
    "    strategy",
    /permissions must be a table/,
  ],
  ["no permissions at the top", "permissions:\n  contents: read\n", "", /at the top must be/],
  ["wider permissions at the top", "  contents: read\n", "  contents: write\n", /at the top/],
  [
    "permissions in one word",
    "permissions:\n  contents: read\n",
    "permissions: read-all\n",
    /at the top/,
  ],
  [
    "a job that writes contents",
    "      contents: read\n",
    "      contents: write\n",
    /not write contents/,
  ],
  ["no concurrency", "concurrency:\n  group: sound\n", "", /concurrency at the top/],
  ["a machine that moves", "ubuntu-24.04", "ubuntu-latest", /runs-on must be/],
  [
    "a job that waits for one below",
    "    steps:",
    "    needs: only\n    steps:",
    /needs must name/,
  ],
  ["a text that is not YAML", "name: Sound", "name: [Sound", /must be YAML/],
  ["a key twice", "on: push", "on: push\non: push", /must be YAML/],
  ["an alias", "name: Sound\non: push", "name: &a push\non: *a", /aliases/],
];

for (const [name, from, to, complaint] of faults) {
  Deno.test(`the check is red on ${name}`, () => {
    const found = messages(from, to);
    assert.ok(found.some((message) => complaint.test(message)), found.join("\n"));
  });
}

Deno.test("the check is red on text of an event in a command, by both of its halves", () => {
  const found = messages("path-error\n        env", "${{ github.head_ref }}\n        env");
  assert.ok(found.some((message) => /run must take values from env/.test(message)));
  assert.ok(found.some((message) => /^actionlint: .*untrusted/.test(message)));
});

Deno.test("the check is red on a key that the matrix does not have, by actionlint", () => {
  const found = messages("github.event.pull_request.title", "matrix.size");
  assert.equal(found.length, 1);
  assert.match(found[0]!, /^actionlint: property "size" is not defined/);
});

Deno.test("the check is red on a token that writes for strangers", () => {
  const pull = sound.replace("on: push", "on: pull_request");
  assert.deepEqual(check(pull, "pull.yml"), []);
  const writes = messages("      contents: read", "      pages: write", pull);
  assert.ok(
    writes.some((message) => /must not write anything in a workflow of pull/.test(message)),
  );
  const target = messages("on: push", "on: pull_request_target");
  assert.ok(target.some((message) => /pull_request_target is refused/.test(message)));
});

Deno.test("the check is red where a strangers' commit is checked out with the token at hand", () => {
  const after = sound.replace("on: push", "on:\n  workflow_run:\n    workflows: [CI]\n");
  assert.deepEqual(check(after, "after.yml"), []);
  const found = messages(
    "persist-credentials: false",
    "persist-credentials: false\n          ref: main",
    after,
  );
  assert.ok(found.some((message) => /must take the default branch/.test(message)));
});

Deno.test("dependabot looks for new actions and npm packages every week", async () => {
  const text = await Deno.readTextFile(new URL("../.github/dependabot.yml", import.meta.url));
  const { version, updates } = parse(text);
  assert.equal(version, 2);
  assert.deepEqual(
    updates.map((update: Record<string, Record<string, unknown>>) => [
      update["package-ecosystem"],
      update["directory"],
      update["schedule"]!["interval"],
    ]),
    [["github-actions", "/", "weekly"], ["deno", "/", "weekly"]],
  );
});

Deno.test("a breach names the line it is on", () => {
  const at = ci.split("\n").findIndex((line) => line.includes("denoland/setup-deno")) + 1;
  const faulty = ci.replace(/denoland\/setup-deno@\w+/, "denoland/setup-deno@v2");
  assert.equal(check(faulty, "ci.yml")[0]?.line, at);
});
