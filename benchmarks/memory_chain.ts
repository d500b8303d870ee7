/** The chain that memory is measured with. */
export const memoryChain: { readonly states: number; readonly coupling: number } = {
  states: 8,
  coupling: 2,
};

/**
 * The chain as a source of the command line.
 *
 * @param length Tokens
 * @returns What follows `--source`
 */
export function chainSource(length: number): string {
  const { states, coupling } = memoryChain;
  return `potts-chain:length=${length},states=${states},coupling=${coupling}`;
}
