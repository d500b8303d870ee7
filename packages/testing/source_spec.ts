import { copies, JointTable, type Source } from "@unmask/information";
import { markovChain, pottsChain, transitionMatrix } from "@unmask/potts";

/**
 * A source as plain data, as in the reference cases and on the command line: generated cases stay
 * readable, and a counterexample can be kept in a file.
 */
export type SourceSpec =
  | { kind: "table"; length: number; states: number; weights: readonly number[] }
  | { kind: "potts-chain"; length: number; states: number; coupling: number }
  | {
    kind: "markov-chain";
    length: number;
    transitions: readonly (readonly number[])[];
    initial?: readonly number[];
  }
  | { kind: "copies"; length: number; states: number };

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
    case "markov-chain":
      return markovChain({
        length: spec.length,
        transitions: transitionMatrix(spec.transitions),
        ...(spec.initial === undefined ? {} : { initial: spec.initial }),
      });
    case "copies":
      return copies({ length: spec.length, vocabularySize: spec.states });
  }
}
