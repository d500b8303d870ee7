import { mkdir, rename, writeFile } from "node:fs/promises";

/**
 * Writes a file: the one before or the new one is there, never a part.
 *
 * @param file Where; its folder is made
 * @param text What it holds
 */
export async function writeWhole(file: URL, text: string): Promise<void> {
  await mkdir(new URL("./", file), { recursive: true });
  const unfinished = new URL(`${file.href}.part`);
  await writeFile(unfinished, text, { flush: true });
  await rename(unfinished, file);
}
