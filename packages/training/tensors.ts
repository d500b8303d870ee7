import { drawNormals, type Stream } from "@unmask/random";
import { elementCount, tensorShapes, type TransformerConfig } from "./transformer_config.ts";

/** Numbers of a network by the names of its tensors, row-major. */
export type Tensors = Readonly<Record<string, Float32Array<ArrayBuffer>>>;

/**
 * The tensors that a network starts to learn from.
 *
 * @param config Its shape
 * @param stream Where the randomness comes from
 * @returns Normal numbers and constants as {@linkcode tensorShapes} says. O(parameters)
 */
export function drawTensors(config: TransformerConfig, stream: Stream): Tensors {
  return Object.fromEntries(
    tensorShapes(config).map(({ name, shape, start }) => {
      const count = elementCount(shape);
      if ("value" in start) return [name, new Float32Array(count).fill(start.value)];
      const { deviation } = start;
      return [name, Float32Array.from(drawNormals(count, stream), (x) => deviation * x)];
    }),
  );
}

/**
 * Tensors of the same shapes, all zero: what the moments of an optimiser start from. O(parameters).
 *
 * @param tensors Tensors of a network
 * @returns Zeros
 */
export function zerosLike(tensors: Tensors): Tensors {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, values]) => [name, new Float32Array(values.length)]),
  );
}

/**
 * Checks that tensors are those of a network: each there, of its size, finite, and no other. O(parameters).
 *
 * @param tensors Tensors by name
 * @param config The shape of the network
 * @throws {RangeError} On a tensor that is missing, of another size, unknown, or not finite
 */
export function checkTensors(tensors: Tensors, config: TransformerConfig): void {
  const shapes = tensorShapes(config);
  for (const { name, shape } of shapes) {
    const values = tensors[name];
    if (values === undefined) refuse(`tensor ${name} must be there`, "none");
    const count = elementCount(shape);
    if (values.length !== count) refuse(`tensor ${name} must have ${count} numbers`, values.length);
    const bad = values.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) refuse(`tensor ${name} must be finite`, `${values[bad]} at ${bad}`);
  }
  const known = new Set(shapes.map(({ name }) => name));
  const stranger = Object.keys(tensors).find((name) => !known.has(name));
  if (stranger !== undefined) refuse("tensors must be those of the shape", stranger);
}

function refuse(rule: string, got: unknown): never {
  throw new RangeError(`Cannot use the weights: ${rule}, got ${got}`);
}
