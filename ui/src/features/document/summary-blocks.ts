import type { Passage, Reference, SummaryStructure } from '../../api/types';
import { type Inline, inlineOf } from '../../lib/inline';

export type SummaryBlock = { kind: 'title' | 'paragraph'; line: Inline[] } | { kind: 'points'; lines: Inline[][] };

/** A summary as it is shown: its title, its paragraphs, its points, each with what it rests on. */
export function blocksOfStructure({ title, paragraphs, keyPoints }: SummaryStructure): SummaryBlock[] {
  const blocks: SummaryBlock[] = [{ kind: 'title', line: inlineOf(title) }];
  for (const paragraph of paragraphs) blocks.push({ kind: 'paragraph', line: lineOf(paragraph) });
  if (keyPoints.length > 0) blocks.push({ kind: 'points', lines: keyPoints.map(lineOf) });
  return blocks;
}

/** The same of the Markdown that the server makes of a structure; of any other, each line as a paragraph. */
export function blocksOfMarkdown(markdown: string): SummaryBlock[] {
  const blocks: SummaryBlock[] = [];
  for (const line of markdown.split(/\r?\n/).filter((text) => text.trim())) {
    const [, mark, text] = /^(#{1,6}|[-*+]) +(.*)$/.exec(line) ?? [null, '', line];
    const last = blocks.at(-1);
    const pieces = inlineOf(text!);
    if (!mark) blocks.push({ kind: 'paragraph', line: pieces });
    else if (mark.startsWith('#')) blocks.push({ kind: 'title', line: pieces });
    else if (last?.kind === 'points') last.lines.push(pieces);
    else blocks.push({ kind: 'points', lines: [pieces] });
  }
  return blocks;
}

function lineOf({ text, references }: Passage): Inline[] {
  return references.reduce<Inline[]>(
    (line, reference) => [...spaced(line), { kind: 'reference', chunk: reference.chunk, words: wordsOf(reference) }],
    inlineOf(text),
  );
}

/** In the pieces that Markdown gives, so that nothing is put up anew, and loses the focus, when the structure comes. */
function spaced(line: Inline[]): Inline[] {
  const last = line.at(-1);
  return typeof last === 'string' ? [...line.slice(0, -1), `${last} `] : [...line, ' '];
}

/** In the words that the server writes in its Markdown; the page's language puts its own for them. */
function wordsOf({ chunk, firstPage, lastPage }: Reference): string {
  if (firstPage === null) return `part ${chunk + 1}`;
  return lastPage === null || lastPage === firstPage ? `p. ${firstPage}` : `pp. ${firstPage}–${lastPage}`;
}
