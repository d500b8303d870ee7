import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import { comment } from "./comment.ts";
import type { CommentTarget } from "./comment_api.ts";
import { madeRecord } from "./naive/made_record.ts";
import { zipOf } from "./naive/zip_of.ts";
import { pairFigures } from "./pair_figures_of_records.ts";

const target: CommentTarget = {
  api: "https://api.example.org",
  repository: "owner/name",
  run: "77",
  head: "c".repeat(40),
  owner: "stranger",
  branch: "fix/a&b",
};

const figures = pairFigures({
  base: "b".repeat(40),
  head: "d".repeat(40),
  baseRecords: [madeRecord()],
  headRecords: [madeRecord()],
  pairs: 1,
  machine: "example-chip-2-cores",
});

/** What the network answers, and what it was asked. */
interface Network {
  readonly content?: string;
  readonly size?: number;
  readonly artifacts?: boolean;
  readonly pulls?: readonly object[];
  readonly comments?: readonly object[];
}

async function run(network: Network = {}, change: Partial<CommentTarget> = {}): Promise<
  { said: string; asked: { address: string; method: string; token: boolean; body: string }[] }
> {
  const { content = JSON.stringify(figures), artifacts = true } = network;
  const archive = zipOf("bench.json", deflateRawSync(new TextEncoder().encode(content)));
  const asked: { address: string; method: string; token: boolean; body: string }[] = [];
  const answers: readonly (readonly [RegExp, () => Response])[] = [
    [/actions\/runs\/77\/artifacts\?name=bench$/, () =>
      Response.json({
        artifacts: artifacts
          ? [{
            id: 5,
            name: "bench",
            size_in_bytes: network.size ?? archive.length,
            expired: false,
          }]
          : [],
      })],
    [
      /actions\/artifacts\/5\/zip$/,
      () =>
        new Response(null, { status: 302, headers: { location: "https://store.example.org/5" } }),
    ],
    [/^https:\/\/store\.example\.org\/5$/, () => new Response(Uint8Array.from(archive))],
    [
      /\/pulls\?state=open&head=stranger%3Afix%2Fa%26b$/,
      () => Response.json(network.pulls ?? [{ number: 9, head: { sha: target.head } }]),
    ],
    [/\/issues\/9\/comments\?per_page=100$/, () => Response.json(network.comments ?? [])],
    [/\/issues\/(?:9\/comments|comments\/\d+)$/, () => Response.json({})],
  ];
  const said = await comment({ ...target, ...change }, {
    token: "secret",
    fetch: (address, { method = "GET", headers, body }) => {
      const token = new Headers(headers).get("authorization") === "Bearer secret";
      asked.push({ address, method, token, body: String(body ?? "") });
      const answer = answers.find(([pattern]) => pattern.test(address));
      assert.ok(answer, address);
      return Promise.resolve(answer[1]());
    },
  });
  return { said, asked };
}

Deno.test("comment() writes the summary to the pull request whose head ran", async () => {
  const { said, asked } = await run();
  assert.equal(said, "Commented on pull request 9.");
  const { address, method, body } = asked.at(-1)!;
  assert.equal(
    `${method} ${address}`,
    "POST https://api.example.org/repos/owner/name/issues/9/comments",
  );
  const written = JSON.parse(body).body;
  assert.match(written, /^<!-- unmask benchmarks -->\n### Benchmarks: `ddddddddd` against `bbbb/);
  assert.match(written, /For `c{40}`, merged into its base/);
});

Deno.test("comment() takes the place of its own earlier comment, and of nobody else's", async () => {
  const body = "<!-- unmask benchmarks -->\nold";
  const { asked } = await run({
    comments: [
      { id: 1, body, user: { login: "stranger" } },
      { id: 2, body: "other", user: { login: "github-actions[bot]" } },
      { id: 3, body, user: { login: "github-actions[bot]" } },
    ],
  });
  assert.match(asked.at(-1)!.address, /\/issues\/comments\/3$/);
  assert.equal(asked.at(-1)!.method, "PATCH");
});

Deno.test("comment() gives the token to the API and not to the store of archives", async () => {
  const { asked } = await run();
  for (const { address, token } of asked) {
    assert.equal(token, address.startsWith("https://api.example.org/"), address);
  }
});

Deno.test("comment() writes nothing for a commit that is no open pull request's head", async () => {
  for (const pulls of [[], [{ number: 9, head: { sha: "e".repeat(40) } }]]) {
    const { said, asked } = await run({ pulls });
    assert.match(said, /^No open pull request/);
    assert.ok(asked.every(({ method }) => method === "GET"));
  }
  assert.match((await run({ artifacts: false })).said, /left no figures/);
});

Deno.test("comment() refuses what is not figures, and asks for no pull request then", async () => {
  for (
    const content of [
      "{}",
      "not JSON",
      JSON.stringify({ ...figures, note: "@everyone" }),
      " ".repeat(300_000),
    ]
  ) {
    await assert.rejects(run({ content }), RangeError);
  }
  await assert.rejects(run({ size: 262_145 }), /at most 262144 bytes/);
});

Deno.test("comment() refuses a target that would lead a request elsewhere", async () => {
  for (
    const change of [
      { api: "http://api.example.org" },
      { api: "https://api.example.org@evil.example" },
      { repository: "owner/name/../other" },
      { run: "77/../78" },
      { head: "main" },
      { owner: "a:b" },
      { branch: "a b" },
    ]
  ) {
    await assert.rejects(run({}, change), /^RangeError: Cannot comment: /);
  }
});
