import type { UnmaskingStep } from "@unmask/diffusion";
import { MASK } from "@unmask/information";
import { BadInput } from "../bad_input.ts";
import type { World } from "../command.ts";
import type { Io, Screen } from "../io.ts";
import type { Sampling } from "../sample/sampling.ts";
import { type TokenCells, tokenCells } from "./token_cells.ts";
import { progressText, type Unmasking, unmaskingFrame } from "./unmasking_frame.ts";

/** Time in milliseconds that the frames of a sequence are spread over, and shortest and longest frame. */
const [sequenceTime, shortestFrame, longestFrame] = [8000, 40, 400];

/** Longest time in milliseconds between two looks at Ctrl-C, and between two frames of a slow law. */
const restless = 200;

/**
 * Shows sequences while they are unmasked, one after another: on a terminal in place, a few frames a
 * second, elsewhere a plain line for each iteration.
 *
 * @param sampling What is drawn
 * @param world Where it is shown, and time passes
 * @returns Pieces of the output
 * @throws {RangeError} On a prediction that is no law
 * @throws {Interrupted} On Ctrl-C; the terminal is as it was
 */
export function watchSampling(
  sampling: Sampling,
  world: World,
): AsyncGenerator<string, void, void> {
  const { screen } = world.io;
  return screen?.redraws ? drawnInPlace(sampling, world, screen) : lineByLine(sampling, world);
}

/** The run of one sequence, with its state before the first iteration and after each. */
function* unmaskings(sampling: Sampling, sample: number): Generator<Unmasking, void, void> {
  const { source: { length } } = sampling;
  const steps = sampling.sizes === undefined
    ? [...wholeRun(sampling, sample)]
    : sampling.steps(sample);
  const sizes = sampling.sizes ??
    Array.from(steps as readonly UnmaskingStep[], ({ positions }) => positions.length);
  const iterations = new Int32Array(length).fill(-1);
  let done = 0;
  for (const { positions, state } of steps) {
    // Only now is it known that there is something to show.
    if (done === 0) {
      yield { state: new Int32Array(length).fill(MASK), iterations, done, revealed: 0, sizes };
    }
    for (const position of positions) iterations[position] = done;
    // A policy may have masked tokens again.
    let revealed = length;
    for (let i = 0; i < length; i++) {
      if (state[i] !== MASK) continue;
      iterations[i] = -1;
      revealed--;
    }
    yield { state, iterations, done: ++done, revealed, sizes };
  }
}

/** Most tokens of all states of a run that is kept: 64 MiB. */
const keptTokens = 2 ** 24;

/** A policy's run from beginning to end: how many iterations there are is known only then. */
function* wholeRun(
  { source: { length }, steps }: Sampling,
  sample: number,
): Generator<UnmaskingStep, void, void> {
  let kept = 0;
  for (const step of steps(sample)) {
    kept += length;
    if (!(kept <= keptTokens)) {
      throw new BadInput(
        `Cannot watch the policy: iterations times length must be at most ${keptTokens}, got more`,
      );
    }
    yield { ...step, state: step.state.slice() };
  }
}

function headingOf({ count }: Sampling, sample: number): string {
  return count > 1 ? `sequence ${sample + 1} of ${count}, ` : "";
}

function cellsOf({ source }: Sampling, masks: readonly string[]): TokenCells {
  return tokenCells({ vocabularySize: source.vocabularySize!, alphabet: source.alphabet }, {
    masks,
  });
}

async function* lineByLine(
  sampling: Sampling,
  { io, pause }: World,
): AsyncGenerator<string, void, void> {
  const cells = cellsOf(sampling, ["_", "\u00b7", "\u25a1"]);
  let rested = io.now();
  for (let sample = 0; sample < sampling.count; sample++) {
    const heading = headingOf(sampling, sample);
    for (const unmasking of unmaskings(sampling, sample)) {
      const tokens = Array.from(
        unmasking.state,
        (token) => (token === MASK ? cells.mask : cells.of(token)).text,
      );
      if (unmasking.done > 0) {
        yield `${heading}${progressText(unmasking)}: ${tokens.join(cells.separator)}\n`;
      }
      if (io.now() - rested < restless) continue;
      await pause();
      rested = io.now();
    }
  }
}

async function* drawnInPlace(
  sampling: Sampling,
  { io, pause }: World,
  screen: Screen,
): AsyncGenerator<string, void, void> {
  const cells = cellsOf(sampling, ["\u00b7", "_", "\u25a1"]);
  const { count } = sampling;
  try {
    for (let sample = 0; sample < count; sample++) {
      const heading = headingOf(sampling, sample);
      // Lines of the last frame, and the width that it was drawn for.
      let [height, width] = [0, 0];
      let shown = io.now();
      if (sample > 0) yield "\n";
      for (const unmasking of unmaskings(sampling, sample)) {
        const { sizes } = unmasking;
        const last = unmasking.done === sizes.length;
        const frameTime = Math.min(
          longestFrame,
          Math.max(shortestFrame, sequenceTime / sizes.length),
        );
        const stride = Math.ceil(sizes.length * shortestFrame / sequenceTime);
        const due = unmasking.done % stride === 0 || io.now() - shown >= restless;
        if (!last && !due) continue;
        const { columns, rows } = screen.size();
        // The line below the frame is the cursor's. The last frame is whole, and may scroll.
        const room = last ? Infinity : rows - 1;
        const frame = unmaskingFrame(unmasking, {
          cells,
          colours: screen.colours,
          columns,
          rows: room,
        }, heading);
        // A terminal that was resized has broken its lines anew: the old frame cannot be found.
        yield drawnOver(columns === width ? height : 0, frame);
        [height, width] = [frame.length, columns];
        if (last && sample === count - 1) break;
        await pause(Math.max(0, frameTime - (io.now() - shown)));
        shown = io.now();
      }
    }
  } finally {
    restore(io);
  }
}

/**
 * A frame over the last one of some height. The cursor is hidden until the end, and lines are not
 * broken meanwhile: a character that the terminal finds wider than we do must not add a line.
 */
function drawnOver(height: number, frame: readonly string[]): string {
  const up = height > 0 ? `\x1b[${height}A\r` : "";
  const lines = frame.map((line) => `${line}\x1b[K\n`).join("");
  return `\x1b[?25l\x1b[?7l${up}${lines}\x1b[J\x1b[?7h`;
}

/** As it was: also after Ctrl-C and errors, when nobody takes pieces any more. */
function restore(io: Io): void {
  io.write("\x1b[0m\x1b[?7h\x1b[?25h");
}
