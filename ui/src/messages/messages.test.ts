import { afterEach, describe, expect, it } from 'vitest';
import { ApiError } from '../api/http';
import { formatBytes, formatNumber, languageName } from '../lib/format';
import { de } from './de';
import { en } from './en';
import { loadMessages, messages, problemText } from './index';

/** Every text and function of a language by its path. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, part]) => leaves(part, `${path}/${key}`));
  }
  return [[path, value]];
}

const shape = (text: unknown): string => (typeof text === 'function' ? `function of ${text.length}` : typeof text);

/** Names, numbers, and words that are the same in both languages. */
const SAME = /^\/(product|model\/providers\/.*|summary\/formats\/.*|document\/original|chunks\/text)$/;

describe('the languages', () => {
  const english = new Map(leaves(en));
  const german = new Map(leaves(de));

  it('have the same texts', () => {
    const missing = [...english.keys()].filter((path) => !german.has(path));
    expect(missing).toEqual([]);
    const added = [...german.keys()].filter((path) => !english.has(path));
    expect(added).toEqual([]);
  });

  it('take the same values', () => {
    for (const [path, text] of english) expect(shape(german.get(path)), `${path}`).toBe(shape(text));
  });

  it('are translated', () => {
    const same = [...english].filter(([path, text]) => typeof text === 'string' && text === german.get(path));
    expect(same.map(([path]) => path).filter((path) => !SAME.test(path))).toEqual([]);
  });
});

describe('a chosen language', () => {
  afterEach(() => loadMessages('en'));

  it('is spoken everywhere: texts, numbers, names, the page’s own mark', async () => {
    await loadMessages('de');
    expect(messages.cancel).toBe('Abbrechen');
    expect(formatNumber(5000)).toBe('5.000');
    expect(formatBytes(1_572_864)).toBe('1,5 MB');
    expect(languageName('de')).toBe('Deutsch');
    expect(document.documentElement.lang).toBe('de');
  });

  it('names pages and parts that the server wrote in English', () => {
    expect(['p. 3', 'pp. 3–5', 'part 4', 'participants'].map(de.source.label)).toEqual([
      'S. 3',
      'S. 3–5',
      'Teil 4',
      'participants',
    ]);
  });

  it('goes before the server’s English, which goes before nothing', async () => {
    const problem = new ApiError(413, 'too-large', '', 'It has 300 MB.');
    expect(problemText(problem)).toBe('It has 300 MB.');
    await loadMessages('de');
    expect(problemText(problem)).toBe(de.problems['too-large']);
    expect(problemText(new ApiError(418, 'teapot', '', 'I am one.'))).toBe('I am one.');
  });
});
