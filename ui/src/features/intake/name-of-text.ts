import { messages } from '../../messages';

const LONGEST = 60;

/** A name for pasted text: its first line, cut at a word. */
export function nameOf(text: string): string {
  const line = text
    .trimStart()
    .split(/[\r\n]/, 1)[0]!
    .replace(/^#+\s*/, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (!line) return messages.intake.pastedName;
  if (line.length <= LONGEST) return line;
  const cut = line.slice(0, LONGEST);
  const space = cut.lastIndexOf(' ');
  return `${(space > LONGEST / 2 ? cut.slice(0, space) : cut).trim()} …`;
}
