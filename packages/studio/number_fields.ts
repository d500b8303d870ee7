import { COUPLING_LIMIT, LENGTH_LIMIT, STATE_LIMIT } from "./studio_state.ts";

/** A number that the reader sets with a slider or by writing it. */
export interface NumberField {
  /** Identifier of its input; that of the slider ends in `-slider`. */
  readonly id: "length" | "states" | "coupling" | "dimension" | "steps" | "error";
  /** Its label. */
  readonly label: string;
  /** Least value. */
  readonly least: number;
  /** Greatest value; of `dimension` and `steps` it is the length. */
  readonly most: number;
  /** Whether it is a whole number. */
  readonly whole: boolean;
  /** Ends of the slider; they may be nearer than those of the value. */
  readonly slider: readonly [number, number];
  /** Whether the slider moves by factors. */
  readonly logarithmic: boolean;
}

/** The numbers of the page. */
export const numberFields: readonly NumberField[] = [
  {
    id: "length",
    label: "Length L, tokens",
    least: 2,
    most: LENGTH_LIMIT,
    whole: true,
    slider: [2, LENGTH_LIMIT],
    logarithmic: true,
  },
  {
    id: "states",
    label: "States K of a token",
    least: 2,
    most: STATE_LIMIT,
    whole: true,
    slider: [2, 256],
    logarithmic: true,
  },
  {
    id: "coupling",
    label: "Coupling J of neighbours",
    least: -COUPLING_LIMIT,
    most: COUPLING_LIMIT,
    whole: false,
    slider: [-4, 8],
    logarithmic: false,
  },
  {
    id: "dimension",
    label: "Dimension, free tokens",
    least: 1,
    most: LENGTH_LIMIT,
    whole: true,
    slider: [1, LENGTH_LIMIT],
    logarithmic: false,
  },
  {
    id: "steps",
    label: "Steps T",
    least: 1,
    most: LENGTH_LIMIT,
    whole: true,
    slider: [1, LENGTH_LIMIT],
    logarithmic: true,
  },
  {
    id: "error",
    label: "Path error, nats",
    least: 0,
    most: Number.MAX_VALUE,
    whole: false,
    slider: [0.001, 1000],
    logarithmic: true,
  },
];

/** Places of a slider. */
export const SLIDER_PLACES = 1000;

/**
 * The value at a place of a slider, rounded to what a person would write.
 *
 * @param field The field, with the ends that its slider has now
 * @param place An integer from 0 to {@linkcode SLIDER_PLACES}
 * @returns The value
 */
export function valueAt(
  { slider: [low, high], logarithmic, whole }: Pick<
    NumberField,
    "slider" | "logarithmic" | "whole"
  >,
  place: number,
): number {
  const share = place / SLIDER_PLACES;
  const value = logarithmic ? low * (high / low) ** share : low + (high - low) * share;
  return whole ? Math.round(value) : Number(value.toPrecision(3));
}

/**
 * The place of a slider for a value; the nearer end for one outside.
 *
 * @param field The field, with the ends that its slider has now
 * @param value The value
 * @returns An integer from 0 to {@linkcode SLIDER_PLACES}
 */
export function placeOf(
  { slider: [low, high], logarithmic }: Pick<NumberField, "slider" | "logarithmic">,
  value: number,
): number {
  if (!(value > low)) return 0;
  if (!(value < high)) return SLIDER_PLACES;
  const share = logarithmic
    ? Math.log(value / low) / Math.log(high / low)
    : (value - low) / (high - low);
  return Math.round(SLIDER_PLACES * share);
}

/**
 * What a value must be, for a reader who wrote another.
 *
 * @param field The field, with the ends that it has now
 * @returns A sentence
 */
export function ruleText(
  { whole, least, most }: Pick<NumberField, "whole" | "least" | "most">,
): string {
  const range = most < Number.MAX_VALUE ? `from ${least} to ${most}` : `of at least ${least}`;
  return `Must be a ${whole ? "whole number" : "number"} ${range}; nothing changes until it is.`;
}
