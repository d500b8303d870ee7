import { readClaim } from "./claim_files.ts";
import { claims } from "./claims.ts";
import { writeSite } from "./site.ts";

const page = await writeSite(await Promise.all(claims.map(readClaim)));
console.log(`Wrote ${page} from the committed results of ${claims.length} claims.`);
