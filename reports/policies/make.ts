import type { ClaimMaker } from "../claim_maker.ts";
import { policiesFigure } from "./figure.ts";
import { judgePolicies } from "./judge.ts";
import { drawn, enumerated } from "./measure.ts";
import type { Result } from "./result.ts";
import { longLaws, SEED, smallLaws } from "./sources.ts";

/** What every decoding policy costs, at equal mean iterations. */
export const policies: ClaimMaker<Result> = {
  key: "policies",
  seed: SEED,
  columns: [
    { key: "law", label: "Law" },
    { key: "length", label: "L" },
    { key: "family", label: "Kind" },
    { key: "policy", label: "Policy" },
    { key: "parameters", label: "Parameters" },
    { key: "promised", label: "Promised per iteration", unit: "nats" },
    { key: "evaluations", label: "Mean iterations" },
    { key: "pathError", label: "Path error", unit: "nats" },
    { key: "endpointError", label: "Endpoint error", unit: "nats" },
    { key: "estimatedEvaluations", label: "Estimated mean iterations" },
    { key: "evaluationsStandardError", label: "Its standard error" },
    { key: "estimatedPathError", label: "Estimated path error", unit: "nats" },
    { key: "pathErrorStandardError", label: "Its standard error", unit: "nats" },
    { key: "randomOptimum", label: "Least of random positions", unit: "nats" },
  ],
  cells: [
    ...smallLaws.map((named) => ({ label: named.name, results: () => enumerated(named) })),
    ...longLaws.map((named) => ({ label: `${named.name}, drawn`, results: () => drawn(named) })),
  ],

  judge: judgePolicies,
  figure: policiesFigure,
};
