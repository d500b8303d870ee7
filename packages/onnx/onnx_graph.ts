import { create, toBinary } from "@bufbuild/protobuf";
import {
  AttributeProto_AttributeType,
  AttributeProtoSchema,
  GraphProtoSchema,
  ModelProtoSchema,
  NodeProtoSchema,
  TensorProto_DataType,
  TensorProtoSchema,
  ValueInfoProtoSchema,
} from "onnx-buf";

/** Version of the operators, the last one without an own Gelu: every runtime since 2022 has it. */
const OPERATOR_SET = 17n;

/** Version of the file format that belongs to it. */
const FORMAT_VERSION = 8n;

/** A value of the graph, as the name that nodes call it by. */
export type GraphValue = string & { readonly graphValue: unique symbol };

/** The shape of an input or output: numbers, and names for what may vary, as in `["batch", 64]`. */
export type GraphShape = readonly (number | string)[];

/** An attribute of a node: an integer, integers, a number (`{ float }`), or a text. */
export type GraphAttribute = number | readonly number[] | { readonly float: number } | string;

/** The types of values that a masked language model needs. */
export type GraphType = "float32" | "int64";

const dataTypes = {
  float32: TensorProto_DataType.FLOAT,
  int64: TensorProto_DataType.INT64,
} as const;

/**
 * A computation written down as an ONNX model, node after node.
 *
 *     const graph = new OnnxGraph("twice");
 *     const x = graph.input("x", { type: "float32", shape: ["n"] });
 *     graph.output("y", graph.node("Add", [x, x]), { type: "float32", shape: ["n"] });
 *     const bytes = graph.bytes();
 *
 * A value can be used only after it was made, so the nodes are in an order in which they can run. The
 * same calls give the same bytes.
 *
 * @see The standard's operators of version 17, https://onnx.ai/onnx/operators
 */
export class OnnxGraph {
  /** The graph as the format holds it. */
  readonly #graph = create(GraphProtoSchema);
  /** How many values were made, for their names. */
  #made = 0;

  /**
   * Begins a graph without nodes.
   *
   * @param name What it computes, for those who look into the file
   */
  constructor(name: string) {
    this.#graph.name = name;
  }

  /**
   * Adds an input.
   *
   * @param name Its name in the file
   * @param info Its type and shape
   * @returns The value
   */
  input(name: string, info: { type: GraphType; shape: GraphShape }): GraphValue {
    this.#graph.input.push(valueInfo(name, info));
    return name as GraphValue;
  }

  /**
   * Adds a constant, such as a weight. O(n) memory for `n` numbers.
   *
   * @param numbers Row-major: single-precision numbers, or integers
   * @param shape Its shape; none for a single number
   * @returns The value
   * @throws {RangeError} When there are more or fewer numbers than the shape has places
   */
  constant(numbers: Float32Array | readonly number[], shape: readonly number[]): GraphValue {
    const count = shape.reduce((product, size) => product * size, 1);
    if (numbers.length !== count) {
      throw new RangeError(
        `Cannot add a constant: shape [${
          shape.join(", ")
        }] must have ${numbers.length} places, got ${count}`,
      );
    }
    const isFloat = numbers instanceof Float32Array;
    const name = this.#fresh(isFloat ? "weight" : "integers");
    this.#graph.initializer.push(create(TensorProtoSchema, {
      name,
      dims: shape.map(BigInt),
      dataType: dataTypes[isFloat ? "float32" : "int64"],
      rawData: isFloat ? littleEndianFloats(numbers) : littleEndianIntegers(numbers),
    }));
    return name;
  }

  /**
   * Adds a node.
   *
   * @param operator Name of the operator, as in `MatMul`
   * @param inputs The values that it reads, in the operator's order
   * @param attributes Its attributes by name
   * @returns Its first output
   */
  node(
    operator: string,
    inputs: readonly GraphValue[],
    attributes: Readonly<Record<string, GraphAttribute>> = {},
  ): GraphValue {
    const output = this.#fresh(operator);
    this.#graph.node.push(create(NodeProtoSchema, {
      opType: operator,
      name: output,
      input: [...inputs],
      output: [output],
      attribute: Object.entries(attributes).map(([name, value]) => attribute(name, value)),
    }));
    return output;
  }

  /**
   * Makes a value an output.
   *
   * @param name Its name in the file
   * @param value The value
   * @param info Its type and shape
   */
  output(name: string, value: GraphValue, info: { type: GraphType; shape: GraphShape }): void {
    this.#graph.node.push(create(NodeProtoSchema, {
      opType: "Identity",
      name,
      input: [value],
      output: [name],
    }));
    this.#graph.output.push(valueInfo(name, info));
  }

  /**
   * The file.
   *
   * @returns The bytes of an ONNX model
   */
  bytes(): Uint8Array<ArrayBuffer> {
    return toBinary(
      ModelProtoSchema,
      create(ModelProtoSchema, {
        irVersion: FORMAT_VERSION,
        producerName: "unmask",
        opsetImport: [{ domain: "", version: OPERATOR_SET }],
        graph: this.#graph,
      }),
    );
  }

  #fresh(stem: string): GraphValue {
    return `${stem}_${this.#made++}` as GraphValue;
  }
}

function valueInfo(
  name: string,
  { type, shape }: { type: GraphType; shape: GraphShape },
): ReturnType<typeof create<typeof ValueInfoProtoSchema>> {
  const dim = shape.map((size) =>
    typeof size === "number"
      ? { value: { case: "dimValue", value: BigInt(size) } } as const
      : { value: { case: "dimParam", value: size } } as const
  );
  return create(ValueInfoProtoSchema, {
    name,
    type: { value: { case: "tensorType", value: { elemType: dataTypes[type], shape: { dim } } } },
  });
}

function attribute(
  name: string,
  value: GraphAttribute,
): ReturnType<typeof create<typeof AttributeProtoSchema>> {
  const types = AttributeProto_AttributeType;
  if (typeof value === "number") {
    return create(AttributeProtoSchema, { name, type: types.INT, i: BigInt(value) });
  }
  if (typeof value === "string") {
    const s = new TextEncoder().encode(value);
    return create(AttributeProtoSchema, { name, type: types.STRING, s });
  }
  if ("float" in value) {
    return create(AttributeProtoSchema, { name, type: types.FLOAT, f: value.float });
  }
  return create(AttributeProtoSchema, { name, type: types.INTS, ints: value.map(BigInt) });
}

/** The format's order of bytes, whatever the machine's. */
function littleEndianFloats(numbers: Float32Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(4 * numbers.length));
  numbers.forEach((value, i) => view.setFloat32(4 * i, value, true));
  return new Uint8Array(view.buffer);
}

function littleEndianIntegers(numbers: readonly number[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(8 * numbers.length));
  numbers.forEach((value, i) => view.setBigInt64(8 * i, BigInt(value), true));
  return new Uint8Array(view.buffer);
}
