import { exactPredictor, policyErrors, type UnmaskingPolicy } from "@unmask/diffusion";
import { parity, type Source, tiedPairs } from "@unmask/information";
import { pottsChain } from "@unmask/potts";
import { buildPolicy, everyPolicy, naivePolicyErrors } from "@unmask/testing";
import type { ExpectedFigure, ScienceBenchmark, ScienceFigure } from "../science_benchmark.ts";
import { lettersOfEnglish } from "../standard_laws.ts";

/** A law whose every sequence, state and set can be gone through. */
interface SmallLaw {
  readonly name: string;
  readonly source: Source;
  /** Whether the definitions, written out, take a moment only. */
  readonly judged: boolean;
}

/** What decoding policies cost, by enumeration. */
export const science: ScienceBenchmark = {
  name: "model-evaluations",
  title: "model evaluations and errors of decoding policies, by enumeration",
  figures: () => smallLaws().flatMap(figuresOf),
};

function smallLaws(): SmallLaw[] {
  const chain = (length: number, states: number, coupling: number): Source =>
    pottsChain({ length, states, coupling });
  return [
    { name: "Potts chain L=4 K=2 J=2", source: chain(4, 2, 2), judged: true },
    { name: "parity L=4 K=2", source: parity({ length: 4, vocabularySize: 2 }), judged: true },
    {
      name: "tied pairs L=4 K=3",
      source: tiedPairs({ pairs: 2, vocabularySize: 3 }),
      judged: true,
    },
    { name: "Potts chain L=8 K=3 J=1.3", source: chain(8, 3, 1.3), judged: false },
    { name: "letters of English L=3 K=27", source: lettersOfEnglish(3), judged: false },
  ];
}

function figuresOf({ name, source, judged }: SmallLaw): ScienceFigure[] {
  return everyPolicy(source.length).map(buildPolicy).flatMap((policy) => {
    const options = { predictor: exactPredictor(source), policy };
    const { evaluations, pathError, endpointError } = policyErrors(source, options);
    const naive = judged ? naivePolicyErrors(source, options) : undefined;
    const known = (value: number | undefined): { expected?: ExpectedFigure } =>
      value === undefined ? {} : {
        expected: { value, relative: 1e-12, absolute: 1e-13, from: "the definitions, written out" },
      };
    const of = `${name}, ${policy.name}`;
    return [
      {
        label: `${of}: evaluations`,
        value: evaluations,
        unit: "model evaluations",
        ...known(naive?.evaluations),
        // A policy reveals a token in each iteration, or runs by a clock that `policy` sets.
        ...atMostEvaluations(policy, source.length),
      },
      ...(pathError === null ? [] : [{
        label: `${of}: path error`,
        value: pathError,
        unit: "nats" as const,
        ...known(naive?.pathError),
        atLeast: 0,
      }]),
      {
        label: `${of}: endpoint error`,
        value: endpointError,
        unit: "nats",
        ...known(naive?.endpointError),
        ...(pathError === null ? {} : { atMost: pathError + 1e-12 }),
      },
    ];
  });
}

/** Each evaluation that counts reveals a token of `L`, but for those of policies that may reveal none. */
function atMostEvaluations(policy: UnmaskingPolicy, length: number): { atMost?: number } {
  return policy.masksAgain ? {} : { atMost: length };
}
