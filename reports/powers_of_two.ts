/**
 * The powers of two from one number to another: the numbers of steps at which errors are compared.
 *
 * @param from A power of two
 * @param to At least `from`
 * @returns `from, 2 from, 4 from, ..`, at most `to`
 */
export function powersOfTwo(from: number, to: number): number[] {
  const powers: number[] = [];
  for (let power = from; power <= to; power *= 2) powers.push(power);
  return powers;
}
