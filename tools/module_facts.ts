/**
 * A `deno lint` plugin that reports, for each module, what it imports and which banned globals it
 * touches: Deno's own parser, so strings, comments and templates are never mistaken for code.
 *
 * All facts of a module travel in one diagnostic. A lint-ignore comment can therefore only hide the
 * whole module, and a module without facts is itself a violation.
 *
 * @module
 */
import { bannedGlobals } from "./layers.ts";

/** How a module names another one. */
export type ImportKind = "static" | "type" | "dynamic" | "resolve" | "url" | "pragma" | "require";

/** One place where a module names another one. */
export interface ImportFact {
  /** The specifier as written, or `null` where it is computed. */
  readonly specifier: string | null;
  /** How it is named. */
  readonly kind: ImportKind;
  /** Line of the specifier, from 1. */
  readonly line: number;
}

/** One place where a module touches a banned global. */
export interface GlobalFact {
  /** Its dotted name, as in the table of banned globals. */
  readonly name: string;
  /** Line, from 1. */
  readonly line: number;
}

/** What the layer rules need to know of one module. */
export interface ModuleFacts {
  /** Every import, in source order. */
  readonly imports: readonly ImportFact[];
  /** Every touch of a banned global, in source order. */
  readonly globals: readonly GlobalFact[];
}

/** Diagnostic code under which the facts of a module travel. */
export const FACTS_CODE = "module-facts/facts";

const banned = new Set(bannedGlobals.map((global) => global.name));
const pragma = /@deno-types\s*=\s*["']([^"']+)["']|^\/\s*<reference\s+path\s*=\s*["']([^"']+)["']/;
const moduleFile = /\.[cm]?[jt]sx?$/;

const plugin: Deno.lint.Plugin = {
  name: "module-facts",
  rules: {
    facts: {
      create(context): Deno.lint.LintVisitor {
        const imports: ImportFact[] = [];
        const globals: GlobalFact[] = [];
        const text = context.sourceCode.text;
        const lineAt = (offset: number): number => text.slice(0, offset).split("\n").length;
        const imported = (kind: ImportKind, at: Deno.lint.Node | null | undefined): void => {
          imports.push({ kind, specifier: literal(at), line: at ? lineAt(at.range[0]) : 1 });
        };
        const touched = (name: string | null, at: Deno.lint.Node): void => {
          if (name !== null && banned.has(name)) globals.push({ name, line: lineAt(at.range[0]) });
        };
        return {
          ImportDeclaration(node): void {
            imported(node.importKind === "type" ? "type" : "static", node.source);
          },
          ExportNamedDeclaration(node): void {
            if (node.source) imported(node.exportKind === "type" ? "type" : "static", node.source);
          },
          ExportAllDeclaration(node): void {
            imported(node.exportKind === "type" ? "type" : "static", node.source);
          },
          ImportExpression(node): void {
            imported("dynamic", node.source);
          },
          TSImportType(node): void {
            imported("type", node.argument);
          },
          TSExternalModuleReference(node): void {
            imported("require", node.expression);
          },
          CallExpression(node): void {
            const first = node.arguments[0];
            if (isMetaProperty(node.callee, "resolve") && !namesData(first)) {
              imported("resolve", first);
            }
            if (node.callee.type === "Identifier" && node.callee.name === "require") {
              imported("require", first);
            }
          },
          NewExpression(node): void {
            const [first, base] = node.arguments;
            if (dottedName(node.callee) !== "URL" || !base || !isMetaProperty(base, "url")) return;
            if (literal(first) !== null && !namesData(first)) imported("url", first);
          },
          MemberExpression(node): void {
            touched(dottedName(node), node);
          },
          VariableDeclarator(node): void {
            if (node.id.type !== "ObjectPattern" || node.init === null) return;
            const owner = dottedName(node.init, { keepGlobalThis: true });
            for (const property of node.id.properties) {
              if (owner === null || property.type !== "Property") continue;
              const key = property.key.type === "Identifier" ? property.key.name : "";
              touched(`${owner}.${key}`.replace(/^globalThis\./, ""), property);
            }
          },
          Identifier(node): void {
            if (!isMemberName(node)) touched(node.name, node);
          },
          "Program:exit"(node): void {
            for (const comment of context.sourceCode.getAllComments()) {
              const found = pragma.exec(comment.value);
              if (!found) continue;
              const specifier = found[1] ?? found[2] ?? null;
              imports.push({ kind: "pragma", specifier, line: lineAt(comment.range[0]) });
            }
            const facts: ModuleFacts = { imports, globals };
            context.report({ node, message: JSON.stringify(facts) });
          },
        };
      },
    },
  },
};

export default plugin;

/** The value of a string literal, a template without holes or a literal type; `null` for the rest. */
function literal(node: Deno.lint.Node | null | undefined): string | null {
  if (!node) return null;
  if (node.type === "TSLiteralType") return literal(node.literal);
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : null;
  if (node.type === "TemplateLiteral" && node.expressions.length === 0) {
    return node.quasis[0]?.cooked ?? null;
  }
  return null;
}

/** Whether a path beside this module leads to a directory or a data file, not to another module. */
function namesData(node: Deno.lint.Node | undefined): boolean {
  const path = literal(node);
  return path !== null && path.startsWith(".") && !moduleFile.test(path);
}

/** `import.meta.<name>`. */
function isMetaProperty(node: Deno.lint.Node, name: string): boolean {
  return node.type === "MemberExpression" && node.object.type === "MetaProperty" &&
    node.property.type === "Identifier" && node.property.name === name;
}

/** `a.b.c` of nested member accesses, without a leading `globalThis.`; `null` for anything else. */
function dottedName(
  node: Deno.lint.Node,
  { keepGlobalThis = false }: { keepGlobalThis?: boolean } = {},
): string | null {
  if (node.type === "Identifier") return node.name;
  if (node.type !== "MemberExpression") return null;
  const owner = dottedName(node.object, { keepGlobalThis: true });
  const name = node.computed
    ? literal(node.property)
    : node.property.type === "Identifier"
    ? node.property.name
    : null;
  if (owner === null || name === null) return null;
  const dotted = `${owner}.${name}`;
  return keepGlobalThis ? dotted : dotted.replace(/^globalThis\./, "");
}

/** Whether an identifier only names a member or key of something else, as `Date` in `row.Date`. */
function isMemberName(node: Deno.lint.Identifier): boolean {
  const parent = node.parent;
  if (parent.type === "MemberExpression") return parent.property === node && !parent.computed;
  return "key" in parent && parent.key === node && !("computed" in parent && parent.computed);
}
