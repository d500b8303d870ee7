import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { pathError } from "@unmask/convergence";
import { pottsChain } from "@unmask/potts";
import { uniform } from "@unmask/schedules";
import { curvePicture, CUT_LIMIT, TAB_LIMIT } from "./curve_picture.ts";
import type { Shape } from "./shape.ts";

const curve = pottsChain({ length: 128, states: 4, coupling: 3 }).informationCurve();
const size = { width: 860, height: 400 };

function picture(
  sizes: readonly number[],
  cut: number | null = 0,
): ReturnType<typeof curvePicture> {
  return curvePicture({ size, curve: curve.conditionalEntropies, sizes, cut });
}

function ofClass(shapes: readonly Shape[], name: string): Shape[] {
  return shapes.filter(({ attributes }) => `${attributes["class"]}`.split(" ").includes(name));
}

/** Area of a closed path of M, L and H commands, by the shoelace formula. */
function areaOf(path: string): number {
  const points: [number, number][] = [];
  for (const [, command, numbers] of path.matchAll(/([MLH])([^MLHZ]+)/g)) {
    const [x, y = points.at(-1)![1]] = numbers!.split(" ").map(Number);
    ok(command !== "H" || numbers!.split(" ").length === 1);
    points.push([x!, y!]);
  }
  const twice = points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** Pixels for one nat, from the labels of the axis. */
function natHeight(shapes: readonly Shape[]): number {
  const labels = ofClass(shapes, "end").filter(({ attributes }) =>
    `${attributes["class"]}`.startsWith("tick")
  ).map(({ attributes, children }) => ({ y: Number(attributes["y"]), nats: Number(children[0]) }));
  const [first, last] = [labels[0]!, labels.at(-1)!];
  return (first.y - last.y) / (last.nats - first.nats);
}

Deno.test("the shaded area is the path error, to the pixel", () => {
  for (const sizes of [[128], [64, 64], uniform.sizes({ length: 128, steps: 12 })]) {
    const { shapes, frame } = picture(sizes);
    const [area] = ofClass(shapes, "area");
    const perNat = natHeight(shapes) * (frame.right - frame.left) / 128;
    const error = pathError(curve, sizes);
    const drawn = areaOf(`${area!.attributes["d"]}`) / perNat;
    // Coordinates are rounded to 0.01 pixels: 788 pixels of width by 0.01 pixels of height.
    ok(Math.abs(drawn - error) <= 8 / perNat, `${drawn} of ${error}`);
  }
});

Deno.test("a schedule of ones has no area", () => {
  const [area] = ofClass(picture(Array(128).fill(1)).shapes, "area");
  // What is left is the rounding of sums of products of pixels, up to 1e5 each.
  ok(areaOf(`${area!.attributes["d"]}`) < 1e-9);
});

Deno.test("every cut has a handle that says where it is and how far it goes", () => {
  const handles = ofClass(picture([100, 20, 8]).shapes, "handle");
  deepStrictEqual(
    handles.map(({ attributes }) => [
      attributes["role"],
      attributes["tabindex"],
      attributes["aria-valuemin"],
      attributes["aria-valuenow"],
      attributes["aria-valuemax"],
    ]),
    [["slider", 0, 1, 100, 119], ["slider", 0, 101, 120, 127]],
  );
});

Deno.test("many cuts share one stop of the tab key, and too many have no handles", () => {
  const stops = (steps: number, cut: number): unknown[] =>
    ofClass(picture(uniform.sizes({ length: 128, steps }), cut).shapes, "handle")
      .map(({ attributes }) => attributes["tabindex"]);
  deepStrictEqual(stops(TAB_LIMIT + 1, 5), Array(TAB_LIMIT).fill(0));
  const shared = stops(TAB_LIMIT + 2, 5);
  deepStrictEqual(shared.map((stop, cut) => stop === 0 ? cut : -1).filter((cut) => cut >= 0), [5]);
  const long = pottsChain({ length: 1024, states: 4, coupling: 3 }).informationCurve();
  const many = (steps: number): number =>
    ofClass(
      curvePicture({
        size,
        curve: long.conditionalEntropies,
        sizes: uniform.sizes({ length: 1024, steps }),
        cut: 0,
      }).shapes,
      "handle",
    ).length;
  strictEqual(many(CUT_LIMIT + 1), CUT_LIMIT);
  strictEqual(many(CUT_LIMIT + 2), 0);
  strictEqual(ofClass(picture([64, 64], null).shapes, "handle").length, 0);
});

Deno.test("a long curve is drawn in no more points than there are columns of pixels", () => {
  const long = pottsChain({ length: 65_536, states: 4, coupling: 5 }).informationCurve();
  const { shapes } = curvePicture({
    size,
    curve: long.conditionalEntropies,
    sizes: [65_536],
    cut: 0,
  });
  const [line] = ofClass(shapes, "curve");
  ok(`${line!.attributes["d"]}`.match(/[ML]/g)!.length <= size.width);
});
