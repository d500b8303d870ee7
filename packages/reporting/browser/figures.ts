/// <reference lib="dom" />
/**
 * The script of a page with figures: each still picture gives way to one that answers a pointer and keys.
 *
 * @module
 */
import { enliven } from "./enliven.ts";
import { keepPlace } from "./keep_place.ts";

const figures = [...document.querySelectorAll<HTMLElement>("figure.plot")];
void keepPlace(Promise.allSettled(figures.map(enliven)));
