import { makeBenchmarkPage } from "./benchmark_page.ts";
import { readClaim } from "./claim_files.ts";
import { claims } from "./claims.ts";
import { writeSite } from "./site.ts";

const page = await writeSite(await Promise.all(claims.map(readClaim)));
console.log(`Wrote ${page} from the committed results of ${claims.length} claims.`);
const { file, html } = await makeBenchmarkPage();
await Deno.writeTextFile(new URL(`site/${file}`, import.meta.url), html);
