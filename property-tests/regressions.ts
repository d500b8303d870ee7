/** Where counterexamples found by the theorems of this folder are kept and tried again. */
export const regressions: URL = new URL("./regressions/", import.meta.url);
