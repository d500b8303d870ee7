/**
 * Where fonts are kept, in the order of search. Fonts of a user come last: a figure should look the
 * same for everyone on a machine.
 */
function fontFolders(home: string | undefined): readonly string[] {
  return [
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "C:\\Windows\\Fonts",
    ...(home === undefined ? [] : [`${home}/.local/share/fonts`, `${home}/.fonts`]),
  ];
}

/**
 * Plain sans-serif fonts by the names of their files, the best first: those whose widths figures are
 * laid out with, then narrow ones, then any.
 */
const families: readonly { readonly regular: RegExp; readonly bold: RegExp }[] = [
  { regular: /^LiberationSans-Regular\.ttf$/, bold: /^LiberationSans-Bold\.ttf$/ },
  { regular: /^arial\.ttf$/i, bold: /^(arialbd|arial bold)\.ttf$/i },
  { regular: /^Arimo-Regular\.ttf$/, bold: /^Arimo-Bold\.ttf$/ },
  { regular: /^NimbusSans-Regular\.[ot]tf$/, bold: /^NimbusSans-Bold\.[ot]tf$/ },
  { regular: /^DejaVuSansCondensed\.ttf$/, bold: /^DejaVuSansCondensed-Bold\.ttf$/ },
  { regular: /^DejaVuSans\.ttf$/, bold: /^DejaVuSans-Bold\.ttf$/ },
  { regular: /^NotoSans-Regular\.[ot]tf$/, bold: /^NotoSans-Bold\.[ot]tf$/ },
  { regular: /^[^.]*sans[^.]*regular\.[ot]tf$/i, bold: /^[^.]*sans[^.]*bold\.[ot]tf$/i },
  { regular: /^[^.]*regular\.[ot]tf$/i, bold: /^[^.]*bold\.[ot]tf$/i },
  { regular: /\.[ot]tf$/i, bold: /bold\.[ot]tf$/i },
];

/** Folders deeper than this are not looked into, so that a loop of links ends. */
const deepest = 5;

/**
 * The files to draw text with: a plain font and, where there is one, its bold face.
 *
 * @param paths Paths of fonts
 * @returns Up to two of the paths, the plain one first; none where there are none
 */
export function chosenFonts(paths: readonly string[]): readonly string[] {
  const sorted = paths.toSorted();
  const named = (name: RegExp): string | undefined =>
    sorted.find((path) => name.test(path.replace(/^.*[/\\]/, "")));
  for (const { regular, bold } of families) {
    const plain = named(regular);
    const heavy = named(bold);
    if (plain !== undefined) return heavy === undefined ? [plain] : [plain, heavy];
  }
  return [];
}

/**
 * The fonts of this machine that figures are drawn with.
 *
 * @param home Folder of the user, where it is known
 * @returns Contents of up to two files; none where there are none, or none that may be read
 */
export function systemFonts(home: string | undefined): readonly Uint8Array[] {
  for (const folder of fontFolders(home)) {
    const paths = chosenFonts(filesUnder(folder, 0));
    try {
      if (paths.length > 0) return paths.map((path) => Deno.readFileSync(path));
    } catch {
      // It may not be read; perhaps the next folder's may.
    }
  }
  return [];
}

function filesUnder(folder: string, depth: number): string[] {
  if (depth > deepest) return [];
  try {
    return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) =>
      isDirectory ? filesUnder(`${folder}/${name}`, depth + 1) : [`${folder}/${name}`]
    );
  } catch {
    return []; // No such folder, or not allowed to look.
  }
}
