import type { UnmaskingPolicy } from "../unmasking_policy.ts";
import { fixedOrder } from "./fixed_order.ts";

/**
 * One token after another from left to right: no error of parallel drawing, in `L` iterations.
 */
export const autoregressive: UnmaskingPolicy = fixedOrder(
  "autoregressive",
  (length) => Array.from({ length }, (_, position) => Int32Array.of(position)),
);
