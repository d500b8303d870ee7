import { deepStrictEqual, ok } from "node:assert/strict";
import { chosenFonts, systemFonts } from "./system_fonts.ts";

const dejavu = "/usr/share/fonts/truetype/dejavu";

Deno.test("chosenFonts() takes a plain sans-serif font and its bold face, whatever else is there", () => {
  const cases: readonly [string[], string[]][] = [
    [
      ["DejaVuMathTeXGyre.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans.ttf", "DejaVuSerif.ttf"]
        .map((name) => `${dejavu}/${name}`),
      [`${dejavu}/DejaVuSans.ttf`, `${dejavu}/DejaVuSans-Bold.ttf`],
    ],
    [
      [`${dejavu}/DejaVuSans.ttf`, "/usr/share/fonts/liberation/LiberationSans-Regular.ttf"],
      ["/usr/share/fonts/liberation/LiberationSans-Regular.ttf"],
    ],
    [
      [
        "C:\\Windows\\Fonts\\arialbd.ttf",
        "C:\\Windows\\Fonts\\arial.ttf",
        "C:\\Windows\\Fonts\\wingding.ttf",
      ],
      ["C:\\Windows\\Fonts\\arial.ttf", "C:\\Windows\\Fonts\\arialbd.ttf"],
    ],
    [["/f/Comic-Regular.otf", "/f/AnySans-Regular.otf"], ["/f/AnySans-Regular.otf"]],
    [["/f/b.ttf", "/f/a.ttf"], ["/f/a.ttf"]],
    [["/f/a.woff2", "/f/fonts.dir", "/f/ttf"], []],
    [[], []],
  ];
  for (const [paths, chosen] of cases) deepStrictEqual(chosenFonts(paths), chosen);
});

Deno.test("systemFonts() finds a font of the user, and none where there are none to read", async () => {
  const home = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${home}/.fonts/deep`, { recursive: true });
    await Deno.writeFile(`${home}/.fonts/deep/a.ttf`, Uint8Array.of(7));
    const fonts = systemFonts(home);
    // Fonts of the machine come first.
    ok(fonts.length <= 2 && (fonts[0]?.length !== 1 || fonts[0][0] === 7));
    ok(fonts.length >= 1, "the user's font was not found");
  } finally {
    await Deno.remove(home, { recursive: true });
  }
  ok(systemFonts(undefined).every((font) => font.length > 1));
});
