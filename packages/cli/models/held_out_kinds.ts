import { corpusKind } from "./corpus_kind.ts";
import type { HeldOutKind } from "./held_out_kind.ts";
import { heldOutTextKind } from "./text_kind.ts";
import { tokensKind } from "./tokens_kind.ts";

/** Every kind of held-out text, in the fixed order of help pages and messages. */
export const heldOutKinds: readonly HeldOutKind[] = [corpusKind, heldOutTextKind, tokensKind];
