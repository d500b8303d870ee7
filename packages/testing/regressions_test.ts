import { deepStrictEqual, match } from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { loadRegressions, saveRegression } from "./regressions.ts";

/** Saving needs a permission that plain runs do not give. */
const ignore = Deno.permissions.querySync({ name: "write" }).state !== "granted";

Deno.test({
  name: "a regression saved is loaded for its theorem alone, in the order saved",
  ignore,
  fn(): void {
    const path = Deno.makeTempDirSync();
    try {
      const folder = pathToFileURL(`${path}/`);
      const theorem = "H(X) <= L ln K, always";
      const file = saveRegression(folder, { theorem, value: { sizes: [1, 2] } });
      match(file.pathname, /\/h-x-l-ln-k-always-1\.json$/);
      saveRegression(folder, { theorem, value: { sizes: [3] } });
      saveRegression(folder, { theorem: "another", value: 7 });
      deepStrictEqual(loadRegressions(folder, theorem), [{ sizes: [1, 2] }, { sizes: [3] }]);
      deepStrictEqual(loadRegressions(folder, "another"), [7]);
      deepStrictEqual(loadRegressions(folder, "a third"), []);
    } finally {
      Deno.removeSync(path, { recursive: true });
    }
  },
});
