import { parseArgs } from "node:util";
import type { AnyClaimMaker } from "./claim_maker.ts";

/** What a run is asked for. */
export interface ChosenClaims {
  /** The claims to compute. */
  readonly chosen: readonly AnyClaimMaker[];
  /** Those left as they are because they take minutes. */
  readonly left: readonly AnyClaimMaker[];
  /** Whether a changed byte is an error. */
  readonly check: boolean;
}

/**
 * Reads the arguments of `deno task reproduce`.
 *
 * @param args Keys of claims, all by default; `--full`, those that take minutes too; `--check`
 * @param claims Every claim
 * @returns What to compute
 * @throws {RangeError} On another option, a key that no claim has, or a claim of minutes without `--full`
 */
export function chosenClaims(
  args: readonly string[],
  claims: readonly AnyClaimMaker[],
): ChosenClaims {
  const { keys, full, check } = read(args);
  const known = claims.map(({ key }) => key);
  const stranger = keys.find((key) => !known.includes(key));
  if (stranger !== undefined) {
    throw new RangeError(
      `Cannot reproduce: a claim must be one of ${known.join(", ")}, got ${stranger}`,
    );
  }
  const wanted = claims.filter(({ key }) => keys.length === 0 || keys.includes(key));
  const left = full ? [] : wanted.filter((maker) => maker.full !== undefined);
  if (keys.length > 0 && left.length > 0) {
    throw new RangeError(
      `Cannot reproduce ${
        left[0]!.key
      }: it takes minutes and must be asked for with --full, got none`,
    );
  }
  return { chosen: wanted.filter((maker) => !left.includes(maker)), left, check };
}

function read(args: readonly string[]): { keys: string[]; full: boolean; check: boolean } {
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { full: flag, check: flag },
      allowPositionals: true,
    });
    return { keys: positionals, ...values };
  } catch {
    const option = args.find((arg) => arg.startsWith("-") && !/^--(full|check)$/.test(arg));
    throw new RangeError(
      `Cannot reproduce: options must be --full or --check, got ${option ?? args.join(" ")}`,
    );
  }
}
