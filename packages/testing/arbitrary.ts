import type { Arbitrary as FastCheckArbitrary } from "fast-check";

/**
 * Where generated values come from: an arbitrary of fast-check.
 *
 * @internal A name for a type of that library, which the documentation linter would else ask this
 * package to document.
 */
export type Arbitrary<Value> = FastCheckArbitrary<Value>;
