/** A JSON Schema, as far as it is a table of rules; `false` allows nothing. */
export type JsonSchema = { readonly [keyword: string]: unknown } | false;

type Rule = (
  rule: never,
  value: unknown,
  schema: { readonly [keyword: string]: unknown },
) => string[];

/** Keywords that only tell. */
const notes = ["$schema", "title", "description"];

/** The rules of draft 2020-12 that the published schemas use: each binds values of its own kind only. */
const rules: Readonly<Record<string, Rule>> = {
  type: (type: string, value) => failed(!isOfType(type, value), `must be of type ${type}`),
  const: (only: unknown, value) => failed(value !== only, `must be ${only}`),
  enum: (all: unknown[], value) => failed(!all.includes(value), `must be one of ${all}`),
  anyOf: (schemas: JsonSchema[], value) =>
    failed(schemas.every((one) => schemaProblems(one, value).length > 0), "must be of one schema"),
  minimum: (least: number, value) =>
    failed(isNumber(value) && value < least, `must be >= ${least}`),
  maximum: (most: number, value) => failed(isNumber(value) && value > most, `must be <= ${most}`),
  exclusiveMinimum: (below: number, value) =>
    failed(isNumber(value) && value <= below, `must be > ${below}`),
  minLength: (least: number, value) =>
    failed(typeof value === "string" && [...value].length < least, `must be of length >= ${least}`),
  pattern: (pattern: string, value) =>
    failed(
      typeof value === "string" && !new RegExp(pattern, "u").test(value),
      `must be ${pattern}`,
    ),
  minItems: (least: number, value) =>
    failed(Array.isArray(value) && value.length < least, `must have >= ${least} items`),
  prefixItems: (schemas: JsonSchema[], value) =>
    Array.isArray(value)
      ? schemas.slice(0, value.length).flatMap((one, i) => at(i, schemaProblems(one, value[i])))
      : [],
  items: (one: JsonSchema, value, { prefixItems = [] }) => {
    const first = (prefixItems as unknown[]).length;
    if (!Array.isArray(value)) return [];
    return value.slice(first).flatMap((item, i) => at(first + i, schemaProblems(one, item)));
  },
  required: (names: string[], value) =>
    isObject(value)
      ? names.filter((name) => !Object.hasOwn(value, name)).map((name) => `: must have ${name}`)
      : [],
  properties: (known: Record<string, JsonSchema>, value) =>
    isObject(value)
      ? Object.keys(value).filter((name) => Object.hasOwn(known, name))
        .flatMap((name) => at(name, schemaProblems(known[name]!, value[name])))
      : [],
  additionalProperties: (others: JsonSchema, value, { properties = {} }) =>
    isObject(value)
      ? Object.keys(value).filter((name) => !Object.hasOwn(properties as object, name))
        .flatMap((name) => at(name, schemaProblems(others, value[name])))
      : [],
};

/**
 * What is wrong with a value by a JSON Schema, read from the rules of draft 2020-12 apart from the
 * library that wrote the schema.
 *
 * @param schema The schema
 * @param value A value of JSON
 * @returns Where and what, one a breach; none where the value is valid
 * @throws {RangeError} On a keyword that is not known here, since it would not be checked
 */
export function schemaProblems(schema: JsonSchema, value: unknown): string[] {
  if (schema === false) return [": must not be there"];
  return Object.entries(schema).flatMap(([keyword, rule]) => {
    if (notes.includes(keyword)) return [];
    const check = rules[keyword];
    if (check === undefined) {
      throw new RangeError(`Cannot read a schema: a keyword must be a known one, got ${keyword}`);
    }
    return check(rule as never, value, schema);
  });
}

function failed(yes: boolean, problem: string): string[] {
  return yes ? [`: ${problem}`] : [];
}

function at(place: string | number, problems: readonly string[]): string[] {
  return problems.map((problem) => `/${place}${problem}`);
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOfType(type: string, value: unknown): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isObject(value);
  if (type === "integer") return Number.isInteger(value);
  const kind: string = typeof value;
  return kind === type;
}
