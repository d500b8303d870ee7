import { cosine, frontLoaded, type ScheduleFamily, unbalanced, uniform } from "@unmask/schedules";

/** What comes out of one schedule. */
export type Result = {
  /** Name of the schedule family, "any" for one of all schedules, "serial fill" for the control. */
  readonly schedule: string;
  /** Number of steps. */
  readonly steps: number;
  /** Sizes in order of unmasking, as in `4, 4`. */
  readonly sizes: string;
  /** Tokens drawn in the first step. */
  readonly first: number;
  /** Share of samples that are ABABABAB or BABABABA. */
  readonly valid: number;
  /** Path error in nats. */
  readonly pathError: number;
  /** Endpoint error in nats. */
  readonly endpointError: number;
  /** Share of samples with one token wrong. */
  readonly wrong1: number;
  /** Share of samples with two tokens wrong. */
  readonly wrong2: number;
  /** Share of samples with three tokens wrong. */
  readonly wrong3: number;
  /** Share of samples with four tokens wrong, the most there can be. */
  readonly wrong4: number;
};

/** Tokens in a sequence. */
export const LENGTH = 8;

/** The control: a sampler that lets each token see the last. */
export const SERIAL = "serial fill";

/** Rows that are one of all schedules. */
export const ANY = "any";

/** Families that are shown, in the order of legends. */
export const shownFamilies: readonly ScheduleFamily[] = [
  unbalanced,
  cosine,
  uniform,
  frontLoaded,
];
