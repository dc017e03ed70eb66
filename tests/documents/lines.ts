/** The five founding documents, line by line: what the site and the browser journeys owe each of them. */
import { caen } from './document-000.ts';
import { grenoble } from './document-001.ts';
import { dijon } from './document-002.ts';
import { paris } from './document-003.ts';
import { amiens } from './document-004.ts';
import type { LineTable } from './table.ts';

export const lineTables: readonly LineTable[] = [caen, grenoble, dijon, paris, amiens];
