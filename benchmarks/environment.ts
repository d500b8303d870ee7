import os from "node:os";
import { mathFingerprint } from "@unmask/reporting";
import { readCommit } from "./read_commit.ts";

/** What a figure was measured on. No host name: a record may be published. */
export interface Environment {
  /** CPU model, as the operating system names it. */
  readonly cpuModel: string;
  /** Cores that the operating system shows. */
  readonly cores: number;
  /** Memory in GiB, to the nearest whole one. */
  readonly memory: number;
  /** Operating system and architecture. */
  readonly platform: string;
  /** Graphics adapter that networks were computed on, null where there was none; absent in old records. */
  readonly adapter?: string | null;
  /** Load of the last minute before the run: other work on the machine is noise in the figures. */
  readonly load: number;
  /** Version of Deno. */
  readonly deno: string;
  /** Version of V8. */
  readonly v8: string;
  /** Fingerprint of the Math functions. */
  readonly mathFingerprint: string;
  /** Commit that was checked out, `null` without git; changes that are not committed do not show. */
  readonly commit: string | null;
}

/**
 * The environment of this process.
 *
 * @param root Directory of the workspace
 * @param options `adapter`, the graphics adapter that is used, none by default
 * @returns What a record needs to be compared with another
 */
export async function readEnvironment(
  root: URL,
  { adapter = null }: { adapter?: string | null } = {},
): Promise<Environment> {
  const cpus = os.cpus();
  return {
    cpuModel: cpus[0]?.model.trim() || `unknown ${os.arch()}`,
    cores: cpus.length,
    memory: Math.round(os.totalmem() / 2 ** 30),
    platform: `${os.platform()} ${os.arch()}`,
    adapter,
    load: Math.round(os.loadavg()[0]! * 100) / 100,
    deno: Deno.version.deno,
    v8: Deno.version.v8,
    mathFingerprint: mathFingerprint(),
    commit: await readCommit(root),
  };
}

/**
 * The name of a machine for a folder: its CPU model and number of cores.
 *
 * @param environment The environment
 * @returns Lower-case letters, digits and single hyphens
 */
export function machineName({ cpuModel, cores }: Environment): string {
  const model = cpuModel.toLowerCase()
    .replaceAll(/\((r|tm)\)|\bcpu\b|@.*$/g, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  return `${model}-${cores}-cores`;
}
