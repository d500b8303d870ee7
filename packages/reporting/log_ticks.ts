import { isObject, type JsonValue, type VegaLiteSpec } from "./vega_lite_spec.ts";

/**
 * Thins the ticks of logarithmic axes to whole powers of the base, where the axis spans at least two of them.
 *
 *     tick count = floor(log_base(largest / smallest))
 *
 * Left alone, an axis over four decades gets a line at 1, 2, 3, .., 9, 10, 20, .. with a label here and there. Axes that
 * state their own `values` or `tickCount` stay. Returns a new specification; O(size of the specification).
 *
 * @param spec A vega-lite specification of a single or layered view
 * @returns The specification with `axis.tickCount` on its logarithmic axes
 */
export function withLogTicks(spec: VegaLiteSpec): VegaLiteSpec {
  const changed: { [key: string]: JsonValue } = { ...spec };
  if (isObject(spec["encoding"])) changed["encoding"] = withTicksOfChannels(spec["encoding"]);
  if (Array.isArray(spec["layer"])) {
    changed["layer"] = spec["layer"].map((part) => isObject(part) ? withLogTicks(part) : part);
  }
  return changed;
}

function withTicksOfChannels(encoding: VegaLiteSpec): VegaLiteSpec {
  const changed: { [key: string]: JsonValue } = { ...encoding };
  for (const channel of ["x", "y"]) {
    const definition = encoding[channel];
    if (!isObject(definition) || !isObject(definition["scale"])) continue;
    const { type, base = 10 } = definition["scale"];
    const axis = definition["axis"] === undefined ? {} : definition["axis"];
    if (type !== "log" || !isObject(axis) || "values" in axis || "tickCount" in axis) continue;
    const domain = `domain('${channel}')`;
    const powers = `abs(log(${domain}[1] / ${domain}[0])) / ${Math.log(Number(base))}`;
    // The small surplus keeps a span of exactly two powers at two.
    const tickCount = { signal: `${powers} < 1.999 ? 10 : floor(${powers} + 0.001)` };
    const labels = "labelExpr" in axis || "format" in axis ? {} : { labelExpr: labelOf(domain) };
    changed[channel] = { ...definition, axis: { ...labels, ...axis, tickCount } };
  }
  return changed;
}

/** One notation for all labels of an axis: with exponents if one of them needs them, as in `formatNumber`. */
function labelOf(domain: string): string {
  const plain = `${domain}[0] >= 1e-4 && ${domain}[1] <= 1e5`;
  return `datum.label === '' || (${plain}) ? datum.label : replace(format(datum.value, '.3~e'), '+', '')`;
}
