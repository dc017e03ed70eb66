/** What a screen shows, from top to bottom: the one list from which it is drawn and told in words. */
import { typeset } from '../lib/typography.ts';
import { hasClass, nodesOf, type Element, type Node } from './markup.ts';

export type Block =
  | {
      readonly kind: 'place' | 'title' | 'heading' | 'text' | 'hint' | 'note';
      readonly text: string;
    }
  | {
      readonly kind: 'field';
      readonly label: string;
      readonly hint: string;
      readonly list: boolean;
    }
  | {
      readonly kind: 'button';
      readonly text: string;
      readonly note: string;
      readonly main: boolean;
    }
  | { readonly kind: 'link'; readonly text: string }
  | { readonly kind: 'choice'; readonly text: string }
  | { readonly kind: 'image' }
  | {
      readonly kind: 'tabs';
      readonly tabs: readonly { readonly text: string; readonly on: boolean }[];
    }
  /** A name and its value, a mail and its sender, a ballot and its state. */
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly under: string;
      readonly button: string;
    };

/** A screen: its blocks, and how well it is known. */
export type Sheet = {
  readonly blocks: readonly Block[];
  /** « documenté » or « reconstitué », as the screen itself says. */
  readonly mark: string;
  /** What it was deduced from, where its sources are, as the screen itself says. */
  readonly because: readonly string[];
};

/** Codes are hidden: a picture travels without its frame of words, and nobody must type what it shows. */
const hide = (text: string): string => text.replace(/[^\s\u00a0\u202f-]/gu, '•');

function piecesOf(nodes: readonly Node[], without: readonly string[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      if (hasClass(node, 'hidden') || node.tag === 'svg' || without.includes(node.tag)) return '';
      if (node.tag === 'br') return ' ';
      const text = piecesOf(node.children, without);
      return hasClass(node, 'code') ? hide(text) : text;
    })
    .join('');
}

/** What is read in these nodes; `without`: tags that are left out. */
function wordsOf(nodes: readonly Node[], without: readonly string[] = []): string {
  return typeset(
    piecesOf(nodes, without)
      .replace(/[ \n]+/gu, ' ')
      .trim(),
  );
}

const inside = (node: Element): readonly Element[] =>
  node.children.flatMap((child) => (typeof child === 'string' ? [] : [child]));

function find(node: Element, tag: string): Element | undefined {
  for (const child of inside(node)) {
    const found = child.tag === tag ? child : find(child, tag);
    if (found) return found;
  }
  return undefined;
}

const textIn = (node: Element, tag: string): string => {
  const found = find(node, tag);
  return found ? wordsOf([found]) : '';
};

/** The blocks of a rendered screen. Helps of the exercise (« remplir », the eye, small gestures) are left out. */
export function sheetOf(html: string): Sheet {
  const article = nodesOf(html)[0];
  if (article === undefined || typeof article === 'string') throw new Error('No screen here.');
  const marks = inside(article).filter((node) => node.tag === 'details' && hasClass(node, 'mark'));
  return {
    blocks: blocksIn(article).filter((block) => !('text' in block) || block.text !== ''),
    mark: marks.map((node) => textIn(node, 'summary')).join(''),
    because: marks.flatMap((node) =>
      inside(node)
        .filter(({ tag }) => tag === 'p')
        .map((node) => wordsOf([node])),
    ),
  };
}

function blocksIn(node: Element): readonly Block[] {
  return inside(node).flatMap(blockOf);
}

function blockOf(node: Element): readonly Block[] {
  const { tag } = node;
  const is = (name: string): boolean => hasClass(node, name);
  const text = wordsOf([node]);
  if (is('hidden') || is('pages') || is('proposals') || is('mini')) return [];
  switch (tag) {
    case 'h2':
      return [{ kind: 'title', text }];
    case 'h3':
    case 'legend':
    case 'caption':
      return [{ kind: 'heading', text }];
    case 'p':
      if (find(node, 'button')) return blocksIn(node);
      if (is('place')) return [{ kind: 'place', text }];
      if (is('hint')) return [{ kind: 'hint', text }];
      return [{ kind: is('notice') || is('aside') ? 'note' : 'text', text }];
    case 'label':
      return find(node, 'input') ? [{ kind: 'choice', text }] : [];
    case 'button':
      return [buttonOf(node)];
    case 'dl':
      return pairsOf(node);
    case 'li':
      return lineOf(node);
    case 'tr':
      return [rowOf(node)];
    case 'summary':
      return [{ kind: 'line', text: `▸ ${text}`, under: '', button: '' }];
    case 'figure':
    case 'svg':
    case 'thead':
      return [];
    case 'details':
      return is('mark') ? [] : inside(node).slice(0, 1).flatMap(blockOf);
    default:
      return partOf(node);
  }
}

/** A part of a page: a form's field, tabs, or what holds others. */
function partOf(node: Element): readonly Block[] {
  if (hasClass(node, 'field')) return fieldOf(node);
  if (hasClass(node, 'tabs'))
    return [
      {
        kind: 'tabs',
        tabs: inside(node).map((tab) => ({
          text: wordsOf([tab]),
          on: tab.attributes.has('aria-current'),
        })),
      },
    ];
  return blocksIn(node);
}

function fieldOf(node: Element): readonly Block[] {
  // What the page says of the field; what the exercise says of it (an invented password…) is not the page.
  const hint = inside(node).find(
    (one) => one.tag === 'p' && (one.attributes.get('id') ?? '').endsWith('-aide'),
  );
  const image = inside(node).some((one) => hasClass(one, 'captcha'));
  return [
    ...(image ? [{ kind: 'image' } as const] : []),
    {
      kind: 'field',
      label: textIn(node, 'label'),
      hint: hint ? wordsOf([hint]) : '',
      list: find(node, 'select') !== undefined,
    },
  ];
}

function buttonOf(node: Element): Block {
  if (hasClass(node, 'link')) return { kind: 'link', text: wordsOf([node]) };
  const note = textIn(node, 'small');
  if (hasClass(node, 'open'))
    return { kind: 'line', text: wordsOf(node.children, ['small']), under: note, button: '' };
  return {
    kind: 'button',
    text: wordsOf(node.children, ['small']),
    note,
    main: hasClass(node, 'go'),
  };
}

function pairsOf(node: Element): readonly Block[] {
  const parts = inside(node).flatMap((child) => (child.tag === 'div' ? inside(child) : [child]));
  return parts.flatMap((part, n): readonly Block[] => {
    const value = parts[n + 1];
    return part.tag === 'dt' && value
      ? [{ kind: 'line', text: `${wordsOf([part])} : ${wordsOf([value])}`, under: '', button: '' }]
      : [];
  });
}

/** One thing of a list: its name, what is said under it, its button. */
function lineOf(node: Element): readonly Block[] {
  const own = inside(node);
  const bold = own.find(({ tag }) => tag === 'b');
  if (!bold) {
    const blocks = blocksIn(node);
    return blocks.length > 0 ? blocks : [{ kind: 'choice', text: wordsOf([node]) }];
  }
  return [
    {
      kind: 'line',
      text: wordsOf([bold]),
      under: own
        .filter(({ tag }) => tag === 'small')
        .map((one) => wordsOf([one]))
        .join(' '),
      button: own
        .filter((one) => one.tag === 'button' && !hasClass(one, 'mini'))
        .map((one) => wordsOf([one]))
        .join(' '),
    },
  ];
}

function rowOf(node: Element): Block {
  const [first = '', ...others] = inside(node).map((cell) => wordsOf([cell]));
  return { kind: 'line', text: first, under: others.join(' · '), button: '' };
}
