import { copies, JointTable, parity, product, reedSolomon, type Source } from "@unmask/information";
import { markovChain, pottsChain, pottsRing, transitionMatrix } from "@unmask/potts";

/**
 * A source as plain data, as in the reference cases and on the command line: generated cases stay
 * readable, and a counterexample can be kept in a file.
 */
export type SourceSpec =
  | { kind: "table"; length: number; states: number; weights: readonly number[] }
  | { kind: "potts-chain" | "potts-ring"; length: number; states: number; coupling: number }
  | {
    kind: "markov-chain";
    length: number;
    transitions: readonly (readonly number[])[];
    initial?: readonly number[];
  }
  | { kind: "copies" | "parity" | "product"; length: number; states: number }
  | { kind: "reed-solomon"; field: number; length: number; dimension: number };

/**
 * Builds the source that a specification names.
 *
 * @param spec A source as plain data
 * @returns The source
 * @throws {RangeError} When its own constructor refuses it
 */
export function buildSource(spec: SourceSpec): Source {
  switch (spec.kind) {
    case "table":
      return JointTable.fromWeights(spec.weights, {
        length: spec.length,
        vocabularySize: spec.states,
      });
    case "potts-chain":
      return pottsChain(spec);
    case "potts-ring":
      return pottsRing(spec);
    case "markov-chain":
      return markovChain({
        length: spec.length,
        transitions: transitionMatrix(spec.transitions),
        ...(spec.initial === undefined ? {} : { initial: spec.initial }),
      });
    case "copies":
      return copies({ length: spec.length, vocabularySize: spec.states });
    case "parity":
      return parity({ length: spec.length, vocabularySize: spec.states });
    case "product":
      return product({ length: spec.length, vocabularySize: spec.states });
    case "reed-solomon":
      return reedSolomon(spec);
  }
}
