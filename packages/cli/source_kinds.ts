import type { SourceKind } from "./source_kind.ts";
import { copiesKind } from "./sources/copies.ts";
import { curveKind } from "./sources/curve.ts";
import { lossesKind } from "./sources/losses.ts";
import { markovChainKind } from "./sources/markov_chain.ts";
import { modelKind } from "./sources/model.ts";
import { parityKind } from "./sources/parity.ts";
import { pottsChainKind } from "./sources/potts_chain.ts";
import { pottsRingKind } from "./sources/potts_ring.ts";
import { productKind } from "./sources/product.ts";
import { reedSolomonKind } from "./sources/reed_solomon.ts";
import { tableKind } from "./sources/table.ts";
import { textKind } from "./sources/text.ts";

/** Every kind of source, in the fixed order of help pages and messages. */
export const sourceKinds: readonly SourceKind[] = [
  pottsChainKind,
  pottsRingKind,
  markovChainKind,
  tableKind,
  copiesKind,
  parityKind,
  productKind,
  reedSolomonKind,
  textKind,
  lossesKind,
  curveKind,
  modelKind,
];
