import { ok } from "node:assert/strict";
import { blockPathError, pathError } from "@unmask/convergence";
import { drawUnmaskingOrder, exactPredictor, outputLaw, pathLogRatio } from "@unmask/diffusion";
import {
  curveFromConditionalEntropies,
  enumeratedBlockCurves,
  estimateMean,
  type InformationCurve,
} from "@unmask/information";
import { type MarkovLaw, pottsChain } from "@unmask/potts";
import { streamFamily } from "@unmask/random";
import { maskSizes } from "@unmask/schedules";
import {
  arbitraryCase,
  arbitraryMasses,
  arbitrarySizes,
  assertClose,
  buildSource,
  type Case,
  NaiveLaw,
  orderedPartitions,
  serialOutputLaw,
  type SourceSpec,
  subsets,
  testTheorem,
} from "@unmask/testing";
import fc from "fast-check";
import { EnumeratedLaw } from "./enumerated_law.ts";
import { regressions } from "./regressions.ts";

/** A law, a schedule, and after which of its iterations a block ends. */
interface BlockCase extends Case {
  readonly ends: readonly boolean[];
}

function inBlocks(cases: fc.Arbitrary<Case>): fc.Arbitrary<BlockCase> {
  return cases.chain((value) =>
    fc.array(fc.boolean(), {
      minLength: value.sizes.length - 1,
      maxLength: value.sizes.length - 1,
    }).map((ends): BlockCase => ({ ...value, ends }))
  );
}

/** The sizes of each block. */
function blocksOf({ sizes, ends }: BlockCase): number[][] {
  const blocks: number[][] = [[]];
  sizes.forEach((size, t) => {
    blocks.at(-1)!.push(size);
    if (ends[t] === true) blocks.push([]);
  });
  return blocks;
}

function lengthOf(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Every ordered partition that fills one block after another, those on the left first. */
function* blockOrders(blocks: readonly (readonly number[])[], start = 0): Generator<Int32Array[]> {
  const [sizes, ...later] = blocks;
  if (sizes === undefined) {
    yield [];
    return;
  }
  for (const order of orderedPartitions(sizes)) {
    const placed = order.map((positions) => positions.map((position) => position + start));
    for (const rest of blockOrders(later, start + lengthOf(sizes))) yield [...placed, ...rest];
  }
}

/** The mean over these orders of the divergence of the law from that of the sampler's output. */
function errorByDefinition(
  value: BlockCase,
  { law = outputLaw, orders = blockOrders(blocksOf(value)) }: {
    law?: typeof outputLaw;
    orders?: Iterable<Int32Array[]>;
  } = {},
): number {
  const target = buildSource(value.source);
  const naive = new NaiveLaw(target);
  const predictor = exactPredictor(target);
  let sum = 0;
  let count = 0;
  for (const order of orders) {
    sum += naive.divergenceFrom(law(predictor, { order }), target.vocabularySize);
    count++;
  }
  return sum / count;
}

function errorByCurves(value: BlockCase): number {
  const lengths = blocksOf(value).map(lengthOf);
  return blockPathError(enumeratedBlockCurves(buildSource(value.source), lengths), value.sizes)
    .pathError;
}

/** The curve of each block from the law of its tokens alone. */
function curvesWithoutContext(value: BlockCase): InformationCurve[] {
  const law = new EnumeratedLaw(buildSource(value.source));
  let start = 0;
  return blocksOf(value).map((sizes) => {
    const block = Array.from({ length: lengthOf(sizes) }, (_, i) => start + i);
    start += block.length;
    return curveFromConditionalEntropies(entropiesOf(law, { block, before: [] }));
  });
}

/** `f_b(k)` from its definition: means of `H(X_i | X_S, X_before)`. */
function entropiesOf(
  law: EnumeratedLaw,
  { block, before }: { block: readonly number[]; before: readonly number[] },
): number[] {
  return block.map((_, k) => {
    const terms = block.flatMap((i) =>
      [...subsets(block.filter((j) => j !== i), k)].map((seen) =>
        law.entropy([...before, ...seen, i]) - law.entropy([...before, ...seen])
      )
    );
    return lengthOf(terms) / terms.length;
  });
}

/** Divergences of up to 243 cells, each term within a few roundings of a value near 10 nats. */
const tolerance = { absolute: 1e-12, relative: 1e-12 };

testTheorem<BlockCase>({
  name: "path error from the block curves is that of the parallel sampler in blocks",
  arbitrary: inBlocks(arbitraryCase()),
  regressions,
  statement: (value) => assertClose(errorByCurves(value), errorByDefinition(value), tolerance),
  mutants: {
    "a serial fill": (value) =>
      assertClose(
        errorByCurves(value),
        errorByDefinition(value, { law: serialOutputLaw }),
        tolerance,
      ),
    "block curves without what came before": (value) =>
      assertClose(
        blockPathError(curvesWithoutContext(value), value.sizes).pathError,
        errorByDefinition(value),
        tolerance,
      ),
    "blocks unmasked from right to left": (value) => {
      const length = lengthOf(value.sizes);
      const mirrored = [...blockOrders(blocksOf(value))].map((order) =>
        order.map((positions) => positions.map((position) => length - 1 - position))
      );
      assertClose(errorByCurves(value), errorByDefinition(value, { orders: mirrored }), tolerance);
    },
    "random order over the whole sequence": (value) => {
      const curve = buildSource(value.source).informationCurve();
      assertClose(pathError(curve, value.sizes), errorByDefinition(value), tolerance);
    },
  },
});

/** Markov chains with any start, and Potts chains of any coupling. */
const chains = fc.constantFrom([1, 3], [2, 3], [3, 3], [4, 2], [4, 3], [5, 2], [6, 2]).chain((
  [length, states],
) =>
  fc.oneof(
    fc.tuple(
      fc.array(arbitraryMasses(states!), { minLength: states!, maxLength: states! }),
      arbitraryMasses(states!),
    ).map(([transitions, initial]): SourceSpec => ({
      kind: "markov-chain",
      length: length!,
      transitions,
      initial,
    })),
    fc.oneof(fc.double({ min: -6, max: 6, noNaN: true }), fc.constantFrom(0, 1e-6, 40, -40, 800))
      .map((coupling): SourceSpec => ({
        kind: "potts-chain",
        length: length!,
        states: states!,
        coupling,
      })),
  ).chain((source) => arbitrarySizes(length!).map((sizes): Case => ({ source, sizes })))
);

function assertChainCurves(value: BlockCase, context: "all" | "none" | "two tokens away"): void {
  const law = buildSource(value.source) as MarkovLaw;
  const naive = new EnumeratedLaw(law);
  const lengths = blocksOf(value).map(lengthOf);
  let start = 0;
  law.blockCurves(lengths).forEach((curve, b) => {
    const block = Array.from({ length: lengths[b]! }, (_, i) => start + i);
    const left = Array.from({ length: start }, (_, i) => i);
    start += block.length;
    const before = context === "all" ? left : context === "none" ? [] : left.slice(0, -1);
    const expected = entropiesOf(naive, { block, before });
    // Differences of entropies of a few nats.
    expected.forEach((entropy, k) =>
      assertClose(curve.conditionalEntropies[k]!, entropy, { absolute: 1e-13 })
    );
  });
}

testTheorem<BlockCase>({
  name: "the block curves of a chain in closed form are those of enumeration",
  arbitrary: inBlocks(chains),
  regressions,
  statement: (value) => assertChainCurves(value, "all"),
  mutants: {
    "without what came before": (value) => assertChainCurves(value, "none"),
    "without the nearest token": (value) => assertChainCurves(value, "two tokens away"),
  },
});

Deno.test("the sampler in blocks agrees with the exact error, by simulation", () => {
  const law = pottsChain({ length: 12, states: 3, coupling: 1.5 });
  const predictor = exactPredictor(law);
  const blocks = [[1, 3], [2, 2], [4]].map((sizes) => maskSizes(sizes));
  const streams = streamFamily({ seed: 92, cell: "blocks", purpose: "path error" });
  const tokens = new Int32Array(12);
  const ratios = Float64Array.from({ length: 20_000 }, (_, n) => {
    const stream = streams.at(n);
    law.draw(stream, tokens);
    const order = blocks.flatMap((sizes, b) =>
      drawUnmaskingOrder(sizes, stream).map((positions) => positions.map((i) => i + 4 * b))
    );
    return pathLogRatio(law, { predictor, tokens, order });
  });
  const { mean, standardError } = estimateMean(ratios);
  const sizes = blocks.flat();
  const exact = blockPathError(law.blockCurves([4, 4, 4]), sizes).pathError;
  // The seed is fixed; with free seeds 4 standard errors are a false alarm in 16,000 runs.
  ok(Math.abs(mean - exact) <= 4 * standardError, `${mean} +- ${standardError}, exact ${exact}`);
  const whole = pathError(law.informationCurve(), sizes);
  ok(Math.abs(mean - whole) > 4 * standardError, "blocks must differ from random order");
});
