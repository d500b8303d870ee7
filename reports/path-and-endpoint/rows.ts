import { pathError, timeGridError } from "@unmask/convergence";
import {
  chainGridEndpoint,
  endpointError,
  estimateChainEndpointError,
  exactPredictor,
  pairsOnGridErrors,
  tiedPairsEndpointError,
} from "@unmask/diffusion";
import {
  copies,
  curveFromTokenMutualInformation,
  type InformationCurve,
  JointTable,
  klDivergence,
  parity,
  reedSolomon,
  sequenceOfCell,
  type Source,
  tiedPairs,
} from "@unmask/information";
import { pottsChain } from "@unmask/potts";
import { streamFamily } from "@unmask/random";
import { chanceTogether, chanceTogetherOnGrid, uniform } from "@unmask/schedules";
import { compositions } from "../compositions.ts";
import { CHAIN, LONG_STEPS, type Result, samplers, TIED } from "./result.ts";

/** Seed of the draws of long chains. */
export const SEED = 20250521;

/** States of the chains whose length varies: two, so that more sequences can be listed. */
const LONG_STATES = 2;

/** Up to this length the sequences of a chain are listed. */
const LISTED_LENGTH = 10;

/** Tokens drawn of a longer one: spread and error grow alike, so the ratio is as well known at each. */
const DRAWN_TOKENS = 12_800;

/** Tokens of tied bits whose steps vary. */
const TIED_LENGTH = 2048;

type Place = Pick<Result, "part" | "law" | "parameter">;

/** Uniform sizes on a Potts chain. */
export function chainRow(
  part: "steps" | "coupling",
  { coupling, steps }: { coupling: number; steps: number },
): Result {
  const law = pottsChain({ ...CHAIN, coupling });
  const sizes = uniform.sizes({ length: law.length, steps });
  return enumerated(law, { part, law: "Potts chain", parameter: coupling, sizes });
}

/** Every schedule on laws whose sequences are all alike. */
export function codeRows(): Result[] {
  const laws: readonly [string, Source][] = [
    ["copies", copies({ length: 6, vocabularySize: 2 })],
    ["parity", parity({ length: 6, vocabularySize: 2 })],
    ["Reed-Solomon code", reedSolomon({ field: 5, length: 5, dimension: 2 })],
  ];
  return laws.flatMap(([name, law]) =>
    [...compositions(law.length)].map((sizes) =>
      enumerated(law, { part: "codes", law: name, parameter: null, sizes })
    )
  );
}

/** A tied pair that is rarely the second of its two values, beside a fair bit; sizes 2, 1. */
export function rareRow(rare: number): Result {
  const weights = [1 - rare, 1 - rare, 0, 0, 0, 0, rare, rare];
  const law = JointTable.fromWeights(weights, { length: 3, vocabularySize: 2 });
  const place = { part: "rare", law: "rare tied pair", parameter: rare } as const;
  return enumerated(law, { ...place, sizes: [2, 1], curve: rareCurve(rare) });
}

/**
 * The curve of that law, `Z = 0, h/3, 2h/3` with `h` the entropy of the pair. By enumeration it is a
 * difference of entropies about `ln 2`, which leaves 1e-5 of a path error of 1e-11 uncertain.
 */
function rareCurve(rare: number): InformationCurve {
  const pair = -(rare * Math.log(rare) + (1 - rare) * Math.log1p(-rare));
  return curveFromTokenMutualInformation((2 * pair + Math.LN2) / 3, [0, pair / 3, 2 * pair / 3]);
}

/** A chain on a time grid: by its sequences where it is short, by draws where it is long. */
export function longChainRow({ coupling, length }: { coupling: number; length: number }): Result {
  const law = pottsChain({ length, states: LONG_STATES, coupling });
  const grid = equalGrid(LONG_STEPS);
  const endpoint = length <= LISTED_LENGTH
    ? { mean: listedEndpointError(law, grid), standardError: null }
    : estimateChainEndpointError(law, {
      grid,
      draws: DRAWN_TOKENS / length,
      streams: streamFamily({ seed: SEED, cell: `J=${coupling} L=${length}`, purpose: "endpoint" }),
    });
  return row({ part: "length", law: "Potts chain", parameter: coupling }, {
    length,
    steps: LONG_STEPS,
    sizes: samplers.grid,
    together: chanceTogetherOnGrid(grid),
    path: timeGridError(law.informationCurve(), grid),
    endpoint: endpoint.mean,
    standardError: endpoint.standardError,
  });
}

/** Tied bits of some length under equal sizes. */
export function tiedLengthRow(length: number): Result {
  return tiedRow("length", { length, steps: LONG_STEPS });
}

/** Many tied bits under equal sizes, and revealed by chance. */
export function tiedStepsRows(steps: number): Result[] {
  const pairs = TIED_LENGTH / 2;
  const grid = equalGrid(steps);
  const pair = tiedPairs({ pairs: 1, vocabularySize: 2 });
  const errors = pairsOnGridErrors(pair, { pairs, grid });
  return [
    tiedRow("tied", { length: TIED_LENGTH, steps }),
    row({ part: "tied", law: TIED, parameter: null }, {
      length: TIED_LENGTH,
      steps,
      sizes: samplers.grid,
      together: chanceTogetherOnGrid(grid),
      path: errors.pathError,
      endpoint: errors.endpointError,
    }),
  ];
}

function tiedRow(
  part: "length" | "tied",
  { length, steps }: { length: number; steps: number },
): Result {
  const shape = { pairs: length / 2, vocabularySize: 2 };
  const sizes = uniform.sizes({ length, steps });
  return row({ part, law: TIED, parameter: null }, {
    length,
    steps,
    sizes: samplers.equal,
    together: chanceTogether(sizes),
    path: pathError(tiedPairs(shape).informationCurve(), sizes),
    endpoint: tiedPairsEndpointError(shape, { sizes }),
  });
}

function enumerated(
  law: Source,
  at: Place & { sizes: readonly number[]; curve?: InformationCurve },
): Result {
  const { sizes, curve = law.informationCurve(), ...place } = at;
  return row(place, {
    length: law.length,
    steps: sizes.length,
    sizes: sizes.join(", "),
    together: chanceTogether(sizes),
    path: pathError(curve, sizes),
    endpoint: endpointError(law, { predictor: exactPredictor(law), sizes }),
  });
}

function row(
  place: Place,
  at: {
    length: number;
    steps: number;
    sizes: string;
    together: number;
    path: number;
    endpoint: number;
    standardError?: number | null;
  },
): Result {
  return {
    ...place,
    length: at.length,
    steps: at.steps,
    sizes: at.sizes,
    oneOverTogether: at.together > 0 ? 1 / at.together : null,
    pathError: at.path,
    endpointError: at.endpoint,
    standardError: at.standardError ?? null,
    ratio: at.path > 0 ? at.path / at.endpoint : null,
  };
}

/** Endpoint error by every sequence of a chain. */
function listedEndpointError(law: Source, grid: readonly number[]): number {
  const endpoint = chainGridEndpoint(law, { grid });
  const tokens = new Int32Array(law.length);
  const target = new Float64Array(law.vocabularySize ** law.length);
  const drawn = new Float64Array(target.length);
  for (let cell = 0; cell < target.length; cell++) {
    sequenceOfCell(cell, law.vocabularySize, tokens);
    target[cell] = Math.exp(law.logProbability(tokens));
    drawn[cell] = Math.exp(endpoint.logProbability(tokens));
  }
  return klDivergence(target, drawn);
}

function equalGrid(steps: number): number[] {
  return Array.from({ length: steps + 1 }, (_, j) => j / steps);
}
