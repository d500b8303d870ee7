/// <reference lib="dom" />
/**
 * The script of a page with figures: each still picture gives way to one that answers a pointer and keys.
 *
 * @module
 */
import { enliven } from "./enliven.ts";

for (const figure of document.querySelectorAll<HTMLElement>("figure.plot")) {
  void enliven(figure);
}
