import type { Case } from "./arbitraries.ts";
import { buildSource, type SourceSpec } from "./source_spec.ts";

/**
 * Makes a case as small as it gets while it keeps a property: fewer tokens, fewer states, weights
 * of 0 and 1, a rounder coupling.
 *
 * Greedy: the first smaller case that keeps the property replaces the case, until none does. Each
 * step lowers the tokens, the states, or the number of weights that are not 0 or 1, so it ends.
 *
 * @param start A case with the property
 * @param keeps The property
 * @returns A case with the property, none of whose smaller neighbours has it, and the steps taken
 */
export function smallestCase(
  start: Case,
  keeps: (value: Case) => boolean,
): { value: Case; steps: number } {
  let value = start;
  for (let steps = 0;; steps++) {
    const smaller = smallerCases(value.source, value.sizes)
      .find((candidate) => canBeBuilt(candidate.source) && keeps(candidate));
    if (smaller === undefined) return { value, steps };
    value = smaller;
  }
}

/** Neighbours of a case that are smaller, the smallest first. */
function* smallerCases(source: SourceSpec, sizes: readonly number[]): Generator<Case> {
  if (source.length > 1) {
    const fewer = shorterSizes(sizes);
    for (const shorter of shorterSources(source)) {
      for (const left of fewer) yield { source: shorter, sizes: left };
    }
  }
  for (const simpler of simplerSources(source)) yield { source: simpler, sizes };
}

/** One token less in one of the sets. */
function shorterSizes(sizes: readonly number[]): number[][] {
  return sizes.map((size, t) => size === 1 ? sizes.toSpliced(t, 1) : sizes.with(t, size - 1));
}

function* shorterSources(source: SourceSpec): Generator<SourceSpec> {
  const length = source.length - 1;
  if (source.kind !== "table") {
    yield { ...source, length };
    return;
  }
  // The law of the other tokens given the last one, for each of its values that can occur.
  const { states, weights } = source;
  for (let token = 0; token < states; token++) {
    const given = weights.filter((_, cell) => cell % states === token);
    if (given.some((weight) => weight > 0)) yield { ...source, length, weights: given };
  }
}

function* simplerSources(source: SourceSpec): Generator<SourceSpec> {
  if (source.kind !== "table" && "states" in source && source.states > 1) {
    yield { ...source, states: source.states - 1 };
  }
  if (source.kind === "potts-chain") {
    const coupling = Math.round(source.coupling);
    if (coupling !== source.coupling) yield { ...source, coupling };
  }
  if (source.kind !== "table") return;
  for (const simple of [0, 1]) {
    for (const [cell, weight] of source.weights.entries()) {
      if (weight === 0 || weight === simple) continue;
      const weights = source.weights.with(cell, simple);
      if (weights.some((value) => value > 0)) yield { ...source, weights };
    }
  }
}

/** A shorter code may be none: its dimension must stay below its length. */
function canBeBuilt(source: SourceSpec): boolean {
  try {
    buildSource(source);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
