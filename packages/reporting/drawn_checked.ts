import { type Loader, type LoggerInterface, parse, type Spec, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { refuseRequests } from "./refuse_requests.ts";
import { withTheme } from "./theme.ts";
import type { VegaLiteSpec } from "./vega_lite_spec.ts";

/** A specification that was compiled and drawn without a warning. */
export interface Drawn {
  /** The vega specification that vega-lite made of it. */
  readonly vega: Spec;
  /** What vega drew. */
  readonly svg: string;
  /** Number of marks that vega drew, axes and legends left out. */
  readonly marks: number;
}

/**
 * Compiles and draws a specification in the theme, and makes every warning of vega-lite or vega an error, for it means a
 * figure that does not show what was asked.
 *
 * @param spec A vega-lite specification that holds its data
 * @returns The vega specification, its drawing and its number of marks
 * @throws RangeError if the specification would fetch something, does not compile, or does not draw without a warning
 */
export async function drawnChecked(spec: VegaLiteSpec): Promise<Drawn> {
  refuseRequests(spec);
  const problems: string[] = [];
  const logger = collectingLogger(problems);
  let drawn: Drawn;
  try {
    // Vega writes identifiers into the rows it is given: they are not to be the caller's.
    const themed = withTheme(structuredClone(spec));
    const vega = compile(themed as unknown as TopLevelSpec, { logger }).spec;
    drawn = { vega: structuredClone(vega), ...await draw(vega, logger) };
  } catch (error) {
    // What is thrown after a warning is a consequence of it.
    if (problems.length === 0) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
    throw failed(problems, error);
  }
  if (problems.length > 0) throw failed(problems);
  return drawn;
}

async function draw(spec: Spec, logger: LoggerInterface): Promise<Omit<Drawn, "vega">> {
  const view = new View(parse(spec), { renderer: "none", loader: NO_REQUESTS, logger });
  try {
    const svg = await view.toSVG();
    return { svg, marks: marksIn((view.scenegraph() as unknown as { root: Scene }).root) };
  } finally {
    view.finalize();
  }
}

/** The part of vega's scene that tells how much is drawn. */
interface Scene {
  readonly marktype?: string;
  readonly role?: string;
  readonly items?: readonly Scene[];
}

function marksIn({ marktype, role, items = [] }: Scene): number {
  if (role?.startsWith("axis") || role?.startsWith("legend")) return 0;
  const inside = items.reduce((sum, item) => sum + marksIn(item), 0);
  return marktype !== undefined && marktype !== "group" ? inside + items.length : inside;
}

function failed(problems: readonly string[], cause?: unknown): RangeError {
  const rule = "the specification must compile and draw without a warning";
  const message = `Cannot draw the figure: ${rule}, got ${problems.join("; ")}`;
  return new RangeError(message, { cause });
}

const refuseRequest = (): Promise<never> => Promise.reject(new RangeError("a request was made"));
const NO_REQUESTS: Loader = {
  load: refuseRequest,
  sanitize: refuseRequest,
  http: refuseRequest,
  file: refuseRequest,
};

const EXPECTED = [
  // Advice against a habit of the house: shapes repeat the order that the colours show, for those who cannot see colours.
  /^Using discrete channel "(?:shape|strokeDash)" to encode "ordinal" field/,
  // A drag may end outside of the figure; where no browser draws it there is no outside.
  /^Can not resolve event source: window/,
];

function collectingLogger(problems: string[]): LoggerInterface {
  const collect = (...parts: readonly unknown[]): LoggerInterface => {
    const text = parts.map((part) => part instanceof Error ? part.message : String(part)).join(" ");
    if (!EXPECTED.some((advice) => advice.test(text))) problems.push(text);
    return logger;
  };
  const ignore = (): LoggerInterface => logger;
  const level = ((value?: number) => value === undefined ? 2 : logger) as LoggerInterface["level"];
  const logger: LoggerInterface = {
    level,
    error: collect,
    warn: collect,
    info: ignore,
    debug: ignore,
  };
  return logger;
}
