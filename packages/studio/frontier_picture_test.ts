import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { frontierPicture } from "./frontier_picture.ts";
import type { Shape } from "./shape.ts";

const size = { width: 640, height: 300 };

const pointOf = (shapes: readonly Shape[]): Shape | undefined =>
  shapes.find(({ tag }) => tag === "circle");

Deno.test("on a frontier of 1/T the point halves its height for every doubling of its steps", () => {
  const frontier = [1, 2, 4, 8, 16].map((steps) => ({ steps, pathError: 1 / steps }));
  const places = frontier.map((current) => {
    const { attributes } = pointOf(frontierPicture({ size, frontier, current }))!;
    return [Number(attributes["cx"]), Number(attributes["cy"])] as const;
  });
  const moves = places.slice(1).map(([x, y], i) => [x - places[i]![0], y - places[i]![1]]);
  for (const [x, y] of moves) {
    // Coordinates are rounded to 0.01 pixels.
    ok(Math.abs(x! - moves[0]![0]!) < 0.03 && Math.abs(y! - moves[0]![1]!) < 0.03);
  }
});

Deno.test("between distant corners the line is that of errors linear in the steps", () => {
  const frontier = [{ steps: 1, pathError: 101 }, { steps: 101, pathError: 1 }];
  const drawn = (current: { steps: number; pathError: number }): readonly Shape[] =>
    frontierPicture({ size, frontier, current });
  const line = drawn(frontier[0]!).find(({ attributes }) => attributes["class"] === "curve")!;
  const points = `${line.attributes["d"]}`.slice(1).split("L");
  const { attributes } = pointOf(drawn({ steps: 2, pathError: 100 }))!;
  strictEqual(points[1], `${attributes["cx"]} ${attributes["cy"]}`);
});

Deno.test("where no schedule makes an error there are words, and no point", () => {
  const frontier = [{ steps: 1, pathError: 0 }, { steps: 4, pathError: 0 }];
  const shapes = frontierPicture({ size, frontier, current: frontier[0]! });
  deepStrictEqual(shapes.map(({ tag }) => tag), ["text"]);
});

Deno.test("a schedule without error has no place on the picture", () => {
  const frontier = [{ steps: 1, pathError: 2 }, { steps: 2, pathError: 0 }];
  const shapes = frontierPicture({ size, frontier, current: { steps: 2, pathError: 0 } });
  strictEqual(pointOf(shapes), undefined);
});
