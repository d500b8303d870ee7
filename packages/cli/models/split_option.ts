import { oneOf } from "../notation.ts";
import { valueOption } from "../option.ts";

/** The option that names a part of a corpus or of a text of one's own. */
export const splitOption = valueOption("--split", {
  notation: oneOf(["train", "validation", "test"]),
  metavar: "PART",
  help:
    "train, validation or test: of --corpus, test by default, which no model here was trained on; of --text the tenths that train --text makes, all of it by default",
});
