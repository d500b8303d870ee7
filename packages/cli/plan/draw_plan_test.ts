import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { type MemoryWorld, type Outcome, runInMemory } from "../memory_io.ts";
import { assertRefused } from "../refusals.ts";
import { systemFonts } from "../system_fonts.ts";
import { figureFile } from "./figure_file.ts";

const potts = "plan --source potts-chain:length=5,states=3,coupling=1.3 --steps 3";

function figure(path: string, rest: string[] = [], world: MemoryWorld = {}): Promise<Outcome> {
  return runInMemory([...potts.split(" "), "--figure", path, ...rest], world);
}

Deno.test("plan --figure writes one SVG that says what the plan is, and changes no other answer", async () => {
  const plain = await runInMemory(potts.split(" "));
  const { status, output, errors, written } = await figure("p.svg");
  deepStrictEqual([status, errors, Object.keys(written)], [0, "", ["p.svg"]]);
  strictEqual(output, plain.output);
  const svg = new TextDecoder().decode(written["p.svg"]);
  match(svg, /^<svg xmlns="[^"]*" width="680" height="460"/);
  // The optimum by 50-digit enumeration (mpmath 1.3.0) is 0.13556.
  match(svg, />3 iterations, path error 0\.1356 nats<\/text>/);
  match(svg, />potts-chain, length 5, states 3, coupling 1\.3\. The shaded area, /);
  for (const words of ["information curve", "this plan", "uniform sizes"]) {
    ok(svg.includes(`>${words}</text>`), words);
  }
});

Deno.test("plan --figure stands beside --json and --format, which still print one document", async () => {
  const json = await figure("p.svg", ["--json"]);
  deepStrictEqual((JSON.parse(json.output) as { sizes: number[] }).sizes, [1, 2, 2]);
  ok("p.svg" in json.written);
  const list = await figure("P.SVG", ["--format", "llada", "--json"]);
  strictEqual(list.output, "[1,2,2]\n");
  ok("P.SVG" in list.written);
});

Deno.test("plan --figure shows that it draws, on a terminal only", async () => {
  match((await figure("p.svg", [], { interactive: true })).errors, /drawing/);
  strictEqual((await figure("p.svg", ["--quiet"], { interactive: true })).errors, "");
});

Deno.test("a picture without words is refused, and an SVG needs no font", async () => {
  await assertRefused([[
    [...potts.split(" "), "--figure", "p.png"],
    /Cannot draw p\.png: a font must be installed .*got none; an \.svg needs none/,
  ]]);
  const { status, written } = await figure("p.svg", [], { io: { fonts: () => [] } });
  deepStrictEqual([status, "p.svg" in written], [0, true]);
});

Deno.test("plan --figure writes a PNG of twice the size, where the machine has a font", async () => {
  const fonts = systemFonts(undefined);
  const { status, errors, written } = await figure("p.png", [], { io: { fonts: () => fonts } });
  if (fonts.length === 0) {
    deepStrictEqual([status, Object.keys(written)], [2, []]);
    return match(errors, /a font must be installed/);
  }
  deepStrictEqual([status, errors], [0, ""]);
  const png = written["p.png"]!;
  deepStrictEqual([...png.subarray(1, 4)], [..."PNG"].map((letter) => letter.charCodeAt(0)));
  const view = new DataView(png.buffer, png.byteOffset);
  deepStrictEqual([view.getUint32(16), view.getUint32(20)], [2 * 680, 2 * 460]);
});

Deno.test("a font that cannot be read is refused in one line too", async () => {
  await assertRefused([[
    [...potts.split(" "), "--figure", "p.png"],
    /fonts must be TrueType or OpenType, got none that draws a letter/,
  ]], { io: { fonts: () => [Uint8Array.of(0)] } });
});

Deno.test("figureFile takes paths whose name ends in .svg or .png", () => {
  const types = ["a.svg", "b/c.PNG", "..svg", "C:\\d e.png", "x.png.svg"].map((path) =>
    figureFile.read(path)?.type
  );
  deepStrictEqual(types, ["svg", "png", "svg", "png", "svg"]);
  for (const path of ["", "svg", ".svg", "a/.png", "a.pdf", "a.svg/", "a.svg ", "a.svgz", "-"]) {
    strictEqual(figureFile.read(path), undefined, path);
  }
});

Deno.test("a figure that cannot be written is refused, with nothing on standard output", async () => {
  await assertRefused([
    [
      [...potts.split(" "), "--figure", "p.pdf"],
      /--figure must be a path that ends in \.svg or \.png, got p\.pdf/,
    ],
    [[...potts.split(" "), "--figure"], /--figure must have a value/],
    [[...potts.split(" "), "--figure="], /--figure must be a path .*got ""/],
    [
      [...potts.split(" "), "--figure", "a.svg", "--figure", "b.svg"],
      /--figure must be given once/,
    ],
  ]);
  const failing = {
    io: {
      writeFile(): never {
        throw new Error("there is no such directory");
      },
    },
  };
  await assertRefused([[
    [...potts.split(" "), "--figure", "none/p.svg", "--json"],
    /Cannot write none\/p\.svg: there is no such directory/,
  ]], failing);
});
