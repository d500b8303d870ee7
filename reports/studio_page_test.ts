import { match, ok, strictEqual } from "node:assert/strict";
import { studioPage } from "./studio_page.ts";

Deno.test("the studio is one small file that loads no other, the same bytes each time", async () => {
  const page = await studioPage();
  ok(page.length < 1_200_000);
  match(page, /<script id="studio-script">/);
  // What a bundle of modules would ask for at run time.
  ok(
    !/\bimport\s*[("'{*]|\brequire\(|importScripts|XMLHttpRequest|\bfetch\(|\beval\(|new Function/
      .test(page),
  );
  ok(!page.includes("innerHTML"));
  strictEqual(await studioPage(), page);
});
