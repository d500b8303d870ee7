/** Name of the global that no text may set. */
export const CANARY = "unmaskCanary";

const run = `globalThis.${CANARY}=1`;
const separators = "\u2028\u2029";

/**
 * Fifty texts that would run code, or make elements, on a page that shows them carelessly.
 *
 * Each would set {@linkcode CANARY}, show a dialog, or leave an element or a request behind.
 */
export const hostileStrings: readonly string[] = [
  `<script>${run}</script>`,
  `</script><script>${run}</script>`,
  `</style><script>${run}</script>`,
  `</title><script>${run}</script>`,
  `</textarea><script>${run}</script>`,
  `--><script>${run}</script><!--`,
  `]]><script>${run}</script>`,
  `<scr<script>ipt>${run}</scr</script>ipt>`,
  `<SCRIPT>${run}</SCRIPT>`,
  `<script src="data:text/javascript,${run}"></script>`,
  `<script type=module>${run}</script>`,
  `<img src=x onerror="${run}">`,
  `<img src=x onerror=alert(1)>`,
  `<image href=x onerror="${run}">`,
  `"><img src=x onerror="${run}">`,
  `'><img src=x onerror='${run}'>`,
  `\` onmouseover=\`${run}`,
  `" onfocus="${run}" autofocus="`,
  `' onclick='${run}' x='`,
  `<svg onload="${run}">`,
  `<svg><script>${run}</script></svg>`,
  `<svg><animate onbegin="${run}" attributeName=x dur=1s>`,
  `<svg><set attributeName=href to="javascript:${run}">`,
  `<svg><foreignObject><img src=x onerror="${run}"></foreignObject></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id=x onload='${run}'/>#x">`,
  `<math><mtext><style><img src=x onerror="${run}"></style></mtext></math>`,
  `<iframe srcdoc="<script>parent.${CANARY}=1</script>"></iframe>`,
  `<iframe src="javascript:parent.${CANARY}=1"></iframe>`,
  `<object data="javascript:${run}"></object>`,
  `<embed src="data:image/svg+xml,<svg onload='${run}'/>">`,
  `<a href="javascript:${run}">a</a>`,
  `javascript:${run}`,
  `jAvAsCrIpT:${run}`,
  `\tjava\nscript:${run}`,
  `data:text/html,<script>${run}</script>`,
  `<base href="https://example.invalid/">`,
  `<meta http-equiv=refresh content="0;url=https://example.invalid/">`,
  `<link rel=stylesheet href="https://example.invalid/a.css">`,
  `<style>@import "https://example.invalid/a.css"</style>`,
  `<form action="https://example.invalid/"><input autofocus onfocus="${run}"></form>`,
  `<details open ontoggle="${run}">`,
  `<video><source onerror="${run}"></video>`,
  `\${${run}}`,
  `{{constructor.constructor("${run}")()}}`,
  `");${run};("`,
  `'-(${run})-'`,
  `{"__proto__":{"${CANARY}":1}}`,
  `__proto__[${CANARY}]=1`,
  `=cmd|'/c calc'!A1,<img src=x onerror="${run}">,NaN`,
  `${separators}${run}${separators}\u0000\ud800<img src=x onerror="${run}">`,
];
