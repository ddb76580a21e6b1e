/** A piece of a line: its text, or how it is set and what is in it. */
export type Inline =
  | string
  | { kind: 'strong' | 'em'; inside: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'reference'; chunk: number; words: string };

const PUNCTUATION = /[!-/:-@[-`{-~]/;
const CODE = /^(`+)(?!`)(.+?)(?<!`)\1(?!`)/s;
const REFERENCE = /^\[([^[\]\n]{1,40})\]\(#chunk-(\d{1,9})\)/;
const OPENING = /^(\*\*|__|\*|_)(?=\S)/;

/**
 * Takes one line of Markdown apart as far as a summary needs it: `**strong**`, `*em*`, `` `code` ``, escapes, and the
 * references to chunks that the server writes (`[pp. 3–5](#chunk-2)`). Everything else is the text that it is: links,
 * images and HTML that a model may have made up stay words.
 */
export function inlineOf(line: string): Inline[] {
  const pieces: Inline[] = [];
  let text = '';
  let at = 0;

  function put(piece: Inline, length: number): void {
    if (text) pieces.push(text);
    text = '';
    pieces.push(piece);
    at += length;
  }

  while (at < line.length) {
    const rest = line.slice(at);
    const found = pieceAt(rest, line[at - 1]);
    if (found) put(found.piece, found.length);
    else if (rest[0] === '\\' && PUNCTUATION.test(rest[1] ?? '')) {
      text += rest[1];
      at += 2;
    } else {
      // A run of marks that opens nothing is passed at once, lest its tail opens something.
      const run = /^(\*+|_+|`+)/.exec(rest)?.[0] ?? rest[0]!;
      text += run;
      at += run.length;
    }
  }
  if (text) pieces.push(text);
  return pieces;
}

function pieceAt(rest: string, before: string | undefined): { piece: Inline; length: number } | null {
  const code = CODE.exec(rest);
  if (code) return { piece: { kind: 'code', text: code[2]!.replace(/^ (.*\S.*) $/s, '$1') }, length: code[0].length };
  const reference = REFERENCE.exec(rest);
  if (reference) {
    return {
      piece: { kind: 'reference', chunk: Number(reference[2]), words: reference[1]! },
      length: reference[0].length,
    };
  }
  const mark = OPENING.exec(rest)?.[1];
  if (!mark || (mark[0] === '_' && isWord(before))) return null;
  const end = closing(rest, mark);
  if (end < 0) return null;
  const inside = inlineOf(rest.slice(mark.length, end));
  return { piece: { kind: mark.length === 2 ? 'strong' : 'em', inside }, length: end + mark.length };
}

/** Where the mark that a line begins with is closed: after something that is no blank, and not inside of code. */
function closing(line: string, mark: string): number {
  for (let at = mark.length; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '`') at += (CODE.exec(line.slice(at))?.[0].length ?? 1) - 1;
    else if (line[at] === mark[0]) {
      const run = /^(\*+|_+)/.exec(line.slice(at))![0].length;
      const closes = at > mark.length && !/\s/.test(line[at - 1]!) && (mark[0] === '*' || !isWord(line[at + run]));
      // Two marks at once close a strong inside of an em; three close both.
      if (closes && (run === mark.length || run > 2)) return at + run - mark.length;
      at += run - 1;
    }
  }
  return -1;
}

const isWord = (character: string | undefined): boolean => /[\p{L}\p{N}]/u.test(character ?? '');
