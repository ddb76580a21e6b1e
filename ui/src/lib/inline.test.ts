import { expect, it } from 'vitest';
import { type Inline, inlineOf } from './inline';

/** As HTML, so that a table of cases can be read. */
const html = (pieces: Inline[]): string =>
  pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if (piece.kind === 'code') return `<code>${piece.text}</code>`;
      if (piece.kind === 'reference') return `<ref ${piece.chunk}>${piece.words}</ref>`;
      return `<${piece.kind}>${html(piece.inside)}</${piece.kind}>`;
    })
    .join('');

it.each([
  ['plain text', 'plain text'],
  ['', ''],
  ['**The lamps** burn.', '<strong>The lamps</strong> burn.'],
  ['__The lamps__ *burn* _all_ night', '<strong>The lamps</strong> <em>burn</em> <em>all</em> night'],
  ['*a **b** c*', '<em>a <strong>b</strong> c</em>'],
  ['**a *b* c**', '<strong>a <em>b</em> c</strong>'],
  ['***both***', '<strong><em>both</em></strong>'],
  ['Run `npm *ci*` now', 'Run <code>npm *ci*</code> now'],
  ['``a ` b``', '<code>a ` b</code>'],
  ['*`*`*', '<em><code>*</code></em>'],
  ['re*mark*able', 're<em>mark</em>able'],
  ['It is so. [pp. 3–5](#chunk-2) [part 4](#chunk-3)', 'It is so. <ref 2>pp. 3–5</ref> <ref 3>part 4</ref>'],
  ['\\*not em\\* and 1\\. one', '*not em* and 1. one'],
  ['**so [p. 1](#chunk-0)**', '<strong>so <ref 0>p. 1</ref></strong>'],
])('%s is %s', (line, set) => expect(html(inlineOf(line))).toBe(set));

it.each([
  '2 * 3 * 4 = 24',
  'snake_case_name',
  '5 ** 2',
  '**never closed',
  '* a*',
  'a `tick',
  '****',
  '[link](https://elsewhere.example)',
  '[x](javascript:alert(1))',
  '[p. 3](#chunk-x)',
  '![spy](https://elsewhere.example/pixel.png)',
  '<img src=x onerror=alert(1)>',
  '[a [b](#chunk-1',
])('%s stays what it is', (line) => expect(inlineOf(line).join('')).toBe(line));

it('takes time in proportion to the text, whatever is in it', () => {
  for (const part of ['*a ', '**a', '`a ', '_a_', '[p. 1](#chunk', '***a** ']) {
    const before = performance.now();
    inlineOf(part.repeat(1_500));
    const took = performance.now() - before;
    expect({ part, slow: took > 1_000 }).toEqual({ part, slow: false });
  }
});
