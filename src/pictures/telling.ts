/** A screen in words, from the same blocks as its drawing. */
import { typeset } from '../lib/typography.ts';
import type { Block, Sheet } from './blocks.ts';

/** As much as a screen reader says of a picture without tiring anybody. */
const mostLetters = 300;

/** One sentence for each block: what it is, then what it says. */
export function sentenceOf(block: Block): string {
  switch (block.kind) {
    case 'place':
    case 'title':
    case 'heading':
    case 'text':
    case 'hint':
    case 'note':
      return block.text;
    case 'field':
      return `${block.list ? 'Liste' : 'Champ'} « ${block.label} »${block.hint === '' ? '' : ` (${block.hint})`}`;
    case 'button':
      return `Bouton « ${block.text} »${block.note === '' ? '' : ` (${block.note})`}`;
    case 'link':
      return `Lien « ${block.text} »`;
    case 'choice':
      return `À choisir : ${block.text}`;
    case 'image':
      return 'Image à recopier';
    case 'tabs':
      return `Onglets : ${block.tabs.map(({ text, on }) => (on ? `${text} (ouvert)` : text)).join(', ')}`;
    case 'line':
      return [block.text, block.under, block.button && `bouton « ${block.button} »`]
        .filter(Boolean)
        .join(', ');
  }
}

/** The whole screen, a sentence a line. */
export function fullWords(sheet: Sheet): readonly string[] {
  return sheet.blocks.map(sentenceOf);
}

/** An address in < > becomes one in ( ): an attribute that holds « > » is read wrongly by whoever reads tags in haste. */
const inAttribute = (text: string): string =>
  text.replace(/<([^<>]*)>/gu, '($1)').replace(/[<>]/gu, ' ');

/** Title first, with French spaces (nobody sets them in an attribute), then what can be filled in and pressed, as far as 300 characters go. */
export function shortWords({ blocks, mark }: Sheet): string {
  const title = blocks.find(({ kind }) => kind === 'title');
  const start = typeset(`Écran d’exercice ${mark} : ${title ? sentenceOf(title) : ''}`);
  let said = `${start}.`;
  for (const block of blocks) {
    if (['place', 'title', 'hint', 'note'].includes(block.kind)) continue;
    const more = `${said} ${typeset(inAttribute(sentenceOf(block))).replace(/\s*[.,:;]$/u, '')}.`;
    if (more.length > mostLetters - 2) return `${said} …`;
    said = more;
  }
  return said;
}
