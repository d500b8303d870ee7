import * as v from "valibot";

/** Where a comparison ran and what it is to be told to. All of it is checked before it is used. */
export interface CommentTarget {
  /** Address of the API. */
  readonly api: string;
  /** The repository, `owner/name`. */
  readonly repository: string;
  /** Number of the run that left the figures. */
  readonly run: string;
  /** Commit that the run was of. */
  readonly head: string;
  /** Owner of the branch. */
  readonly owner: string;
  /** Name of the branch. */
  readonly branch: string;
}

/** What is asked of the network: as `fetch`, so that tests can answer. */
export type Fetch = (address: string, request: RequestInit) => Promise<Response>;

const artifacts = v.object({
  artifacts: v.array(v.object({
    id: v.number(),
    name: v.string(),
    size_in_bytes: v.number(),
    expired: v.boolean(),
  })),
});
const pulls = v.array(v.object({ number: v.number(), head: v.object({ sha: v.string() }) }));
const comments = v.array(v.object({
  id: v.number(),
  body: v.nullish(v.string()),
  user: v.nullish(v.object({ login: v.string() })),
}));

/** Who writes comments with the token of a workflow. */
const AUTHOR = "github-actions[bot]";

/** The few requests that a comment takes. */
export class CommentApi {
  readonly #target: CommentTarget;
  readonly #token: string;
  readonly #fetch: Fetch;

  /**
   * @param target What is told to whom
   * @param options `token`, with the right to comment; `fetch`, the network
   * @throws {RangeError} When a part of the target is not of its form
   */
  constructor(target: CommentTarget, { token, fetch }: { token: string; fetch: Fetch }) {
    checkForm(target);
    this.#target = target;
    this.#token = token;
    this.#fetch = fetch;
  }

  /**
   * The archive that the run left under a name.
   *
   * @param name Name of the artefact
   * @param limit Most bytes that are taken
   * @returns The archive; null where the run left none
   * @throws {RangeError} When it is larger
   */
  async archive(name: string, limit: number): Promise<Uint8Array | null> {
    const { run } = this.#target;
    const list = await this.#ask(`actions/runs/${run}/artifacts?name=${name}`, artifacts);
    const found = list.artifacts.find((one) => one.name === name && !one.expired);
    if (found === undefined) return null;
    if (!(found.size_in_bytes <= limit)) {
      throw new RangeError(`Cannot take ${name}: it must have at most ${limit} bytes`);
    }
    const path = `actions/artifacts/${found.id}/zip`;
    const redirect = await this.#request(path, { redirect: "manual" });
    const location = redirect.headers.get("location");
    await redirect.body?.cancel();
    if (location === null) throw new Error(`Cannot take ${name}: got status ${redirect.status}`);
    // The store is another house: it gets no token.
    const response = await this.#fetch(location, {});
    if (!response.ok) throw new Error(`Cannot take ${name}: got status ${response.status}`);
    return await firstBytes(response, limit);
  }

  /**
   * The open pull request whose head is the commit that ran. The run's own word for it would be
   * the stranger's.
   *
   * @returns Its number; null where there is none any more
   */
  async pullRequest(): Promise<number | null> {
    const { owner, branch, head } = this.#target;
    const of = encodeURIComponent(`${owner}:${branch}`);
    const found = await this.#ask(`pulls?state=open&head=${of}`, pulls);
    return found.find((pull) => pull.head.sha === head)?.number ?? null;
  }

  /**
   * Writes the one comment of this kind, in place of the one before.
   *
   * @param pull Number of the pull request
   * @param comment `mark`, the first line, which tells the comment from others; `text`
   */
  async write(pull: number, { mark, text }: { mark: string; text: string }): Promise<void> {
    const written = await this.#ask(`issues/${pull}/comments?per_page=100`, comments);
    const own = written.find(({ user, body }) =>
      user?.login === AUTHOR && body?.startsWith(`${mark}\n`)
    );
    const path = own === undefined ? `issues/${pull}/comments` : `issues/comments/${own.id}`;
    const response = await this.#request(path, {
      method: own === undefined ? "POST" : "PATCH",
      body: JSON.stringify({ body: `${mark}\n${text}` }),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`Cannot comment: got status ${response.status}`);
  }

  async #ask<Schema extends v.GenericSchema>(
    path: string,
    schema: Schema,
  ): Promise<v.InferOutput<Schema>> {
    const response = await this.#request(path, {});
    if (!response.ok) throw new Error(`Cannot ask for ${path}: got status ${response.status}`);
    return v.parse(schema, await response.json());
  }

  #request(path: string, request: RequestInit): Promise<Response> {
    const { api, repository } = this.#target;
    return this.#fetch(`${api}/repos/${repository}/${path}`, {
      ...request,
      headers: {
        accept: "application/vnd.github+json",
        authorization: `Bearer ${this.#token}`,
        "x-github-api-version": "2022-11-28",
      },
    });
  }
}

function checkForm(target: CommentTarget): void {
  const forms: Readonly<Record<keyof CommentTarget, RegExp>> = {
    api: /^https:\/\/[\w.-]+(?:\/[\w./-]*)?$/,
    repository: /^[\w.-]+\/[\w.-]+$/,
    run: /^\d{1,20}$/,
    head: /^[0-9a-f]{40}$/,
    owner: /^[\w-]+$/,
    branch: /^[^\0-\x20\x7f]{1,255}$/,
  };
  for (const [key, form] of Object.entries(forms)) {
    if (form.test(target[key as keyof CommentTarget])) continue;
    throw new RangeError(`Cannot comment: ${key} must be of the form ${form}`);
  }
}

async function firstBytes(response: Response, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    // What the list says of the size is not what is sent.
    if (!(length <= limit)) throw new RangeError(`Cannot take more than ${limit} bytes`);
    parts.push(part);
  }
  return new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}
