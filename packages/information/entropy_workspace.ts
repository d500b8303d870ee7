/**
 * A few tables of masses in one place of memory, whose entropies are quick: `p ln p` by a table of
 * logarithms, and marginals.
 *
 * What is large is brought here piece by piece, so that all work is in near memory, on one array whose
 * address and length are known to the compiled loops.
 *
 * @module
 */

/** Cells of the largest table that is worked on here, with all tables made of it. */
export const WORKSPACE_TABLE = 2 ** 15;

/** The tables. Doubles that follow each other: who uses them says where each begins. */
const workspace: Float64Array = new Float64Array(2 * WORKSPACE_TABLE);

/**
 * Copies masses to the beginning of the workspace.
 *
 * @param masses At most {@linkcode WORKSPACE_TABLE} of them
 */
export function fillWorkspace(masses: Float64Array): void {
  workspace.set(masses);
}

const words = new Int32Array(workspace.buffer);
/** Which of the two words of a double has its exponent. */
const high = new Int32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1;

// Highest bits of a mantissa that choose a row of the table, and the bits of a word below them.
const rowBits = 9;
const rowShift = 20 - rowBits;
const lastRow = 2 ** rowBits - 1;
// Where a row begins such that 1 is the middle of one: numbers about 1 then have k = 0 and ln c = 0.
const origin = 0x3fe60000 - 2 ** (rowShift - 1);

const rowMiddle = new Float64Array(lastRow + 1);
const rowInverse = new Float64Array(lastRow + 1);
const rowLogarithm = new Float64Array(lastRow + 1);
const word = new Int32Array(2);
const double = new Float64Array(word.buffer);
for (let row = 0; row <= lastRow; row++) {
  word[high] = origin + (row << rowShift) + 2 ** (rowShift - 1);
  rowMiddle[row] = double[0]!;
  rowInverse[row] = 1 / double[0]!;
  rowLogarithm[row] = Math.log(double[0]!);
}

// By k = -1023 .. 1024, as a number of eleven bits.
const scale = new Float64Array(2048);
const scaleLogarithm = new Float64Array(2048);
for (let k = -1023; k <= 1022; k++) {
  scale[k & 2047] = 2 ** -k;
  scaleLogarithm[k & 2047] = k * Math.LN2;
}

/** Terms of a sum that are added up without compensation. */
export const RUN = 128;

/**
 * `sum p ln p` over a run of the workspace, 0 at `p = 0`.
 *
 *     p = 2^k z,  z in [0.69, 1.38),  c the middle of the row of z,  r = (z - c) / c
 *     ln p = k ln 2 + ln c + r - r^2/2 + r^3/3 - r^4/4
 *
 * The argument is reduced as in every logarithm by table: rows of equal width in the leading bits.
 * `z - c` is exact, `|r| <= 2^-10`, and what the series leaves out is at most `|r|^5 / 4.99`. For
 * `p <= 1` in the row about 1, where `k = ln c = 0`, `|r| <= 2^-11` and that is `|r|^4 / 4.99 <=
 * 1.2e-14` of `ln p`; in the next row, where `|ln p| >= 2^-11`, as much, and less in all others.
 * Rounding adds 6 u, `u = 2^-53`, so that each term is right to 1.3e-14 of itself. All terms have
 * one sign, and every 128 of them are added up with compensation: the sum is right to `1.3e-14 +
 * 130 u <= 3e-14` of itself.
 *
 * O(count) time, about a quarter of that of `Math.log`.
 *
 * @param from The first cell
 * @param count How many; each is 0 or in `[2^-1022, 2]`
 * @returns `sum p ln p` in nats
 */
export function workspaceXLogX(from: number, count: number): number {
  const end = from + count;
  if (count <= RUN) return runXLogX(from, end);
  let sum = 0;
  let lost = 0;
  for (let start = from; start < end; start += RUN) {
    const term = runXLogX(start, Math.min(end, start + RUN)) - lost;
    const next = sum + term;
    lost = (next - sum) - term;
    sum = next;
  }
  return sum;
}

function runXLogX(from: number, to: number): number {
  let sum = 0;
  for (let cell = from | 0; cell < to; cell = (cell + 1) | 0) {
    const p = workspace[cell]!;
    const bits = (words[((cell << 1) + high) | 0]! - origin) | 0;
    const row = (bits >> rowShift) & lastRow;
    const k = (bits >> 20) & 2047;
    // At p = 0 this is -1: any finite logarithm will do.
    const r = (p * scale[k]! - rowMiddle[row]!) * rowInverse[row]!;
    const square = r * r;
    const series = r + square * ((-0.5 + r * (1 / 3)) - square * 0.25);
    sum += p * ((scaleLogarithm[k]! + rowLogarithm[row]!) + series);
  }
  return sum;
}

/**
 * Sums a token out of a table of the workspace: `rest` gets one cell for every `states` of `table`.
 * Values are added in their order, as the plain loops do.
 *
 * @param tables Where `table` and `rest` begin
 * @param shape `cells` of `rest`, `states` of the token, and `stride` from value to value of it
 */
export function sumOutInWorkspace(
  tables: { table: number; rest: number },
  shape: { cells: number; states: number; stride: number },
): void {
  const { table, rest } = tables;
  const { cells, states, stride } = shape;
  if (states === 1) workspace.copyWithin(rest, table, table + cells);
  else if (states === 2) sumPairs(table, rest, cells, stride);
  else if (states === 3) sumTriples(table, rest, cells, stride);
  else if (states === 4) sumQuadruples(table, rest, cells, stride);
  else sumRows(table, rest, cells, stride, states);
}

// Positional arguments, here alone: these are the innermost loops, called for each small table. Without
// `| 0` every index is computed with checks of overflow, which take longer than the sums.

function sumPairs(table: number, rest: number, cells: number, stride: number): void {
  const end = (rest + cells) | 0;
  let from = table | 0;
  let left = stride | 0;
  for (let to = rest | 0; to < end; to = (to + 1) | 0) {
    workspace[to] = workspace[from]! + workspace[(from + stride) | 0]!;
    from = (from + 1) | 0;
    left = (left - 1) | 0;
    if (left === 0) {
      left = stride | 0;
      from = (from + stride) | 0;
    }
  }
}

function sumTriples(table: number, rest: number, cells: number, stride: number): void {
  const end = (rest + cells) | 0;
  const twice = (2 * stride) | 0;
  let from = table | 0;
  let left = stride | 0;
  for (let to = rest | 0; to < end; to = (to + 1) | 0) {
    workspace[to] = workspace[from]! + workspace[(from + stride) | 0]! +
      workspace[(from + twice) | 0]!;
    from = (from + 1) | 0;
    left = (left - 1) | 0;
    if (left === 0) {
      left = stride | 0;
      from = (from + twice) | 0;
    }
  }
}

function sumQuadruples(table: number, rest: number, cells: number, stride: number): void {
  const end = (rest + cells) | 0;
  const twice = (2 * stride) | 0;
  const thrice = (3 * stride) | 0;
  let from = table | 0;
  let left = stride | 0;
  for (let to = rest | 0; to < end; to = (to + 1) | 0) {
    workspace[to] = workspace[from]! + workspace[(from + stride) | 0]! +
      workspace[(from + twice) | 0]! + workspace[(from + thrice) | 0]!;
    from = (from + 1) | 0;
    left = (left - 1) | 0;
    if (left === 0) {
      left = stride | 0;
      from = (from + thrice) | 0;
    }
  }
}

/** For five values and more. */
function sumRows(table: number, rest: number, cells: number, stride: number, states: number): void {
  const end = (rest + cells) | 0;
  const block = (states * stride) | 0;
  // Block by block: few cells of `rest` at a time, gone over once for every four values.
  let from = table | 0;
  for (let to = rest | 0; to < end; to = (to + stride) | 0) {
    startRun(from, to, stride);
    let value = 4;
    for (; value < states - 3; value += 4) addFour((from + value * stride) | 0, to, stride);
    for (; value < states; value++) addOne((from + value * stride) | 0, to, stride);
    from = (from + block) | 0;
  }
}

function startRun(table: number, rest: number, stride: number): void {
  const end = (rest + stride) | 0;
  const twice = (2 * stride) | 0;
  const thrice = (3 * stride) | 0;
  let from = table | 0;
  for (let to = rest | 0; to < end; to = (to + 1) | 0) {
    workspace[to] = workspace[from]! + workspace[(from + stride) | 0]! +
      workspace[(from + twice) | 0]! + workspace[(from + thrice) | 0]!;
    from = (from + 1) | 0;
  }
}

function addFour(table: number, rest: number, stride: number): void {
  const end = (rest + stride) | 0;
  const twice = (2 * stride) | 0;
  const thrice = (3 * stride) | 0;
  let from = table | 0;
  for (let to = rest | 0; to < end; to = (to + 1) | 0) {
    workspace[to] = workspace[to]! + workspace[from]! + workspace[(from + stride) | 0]! +
      workspace[(from + twice) | 0]! + workspace[(from + thrice) | 0]!;
    from = (from + 1) | 0;
  }
}

function addOne(table: number, rest: number, stride: number): void {
  const end = (rest + stride) | 0;
  let from = table | 0;
  for (let to = rest | 0; to < end; to = (to + 1) | 0) {
    workspace[to]! += workspace[from]!;
    from = (from + 1) | 0;
  }
}
