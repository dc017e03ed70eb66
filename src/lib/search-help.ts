/** Reads what people type (content/recherche.yaml). */
import { readYaml } from '../schemas/read.ts';
import { searchHelpSchema, type SearchHelp } from '../schemas/search-help.ts';

export const searchHelpPath = 'content/recherche.yaml';

/** Synonyms, and the words that lead to a page. */
export const searchHelp = (): SearchHelp => readYaml(searchHelpPath, searchHelpSchema);
