import { expect, it } from 'vitest';
import {
  openedPage,
  openedPart,
  referredChunk,
  referredPage,
  sourceLink,
  withoutReferenceAddresses,
} from './source-link';

it('an address opens the part it names, if there is one', () => {
  expect(openedPart(sourceLink(11), 12)).toBe(11);
  for (const search of ['', '?part=', '?part=0', '?part=13', '?part=1.5', '?part=x', '?other=1']) {
    expect(openedPart(search, 12), `${search}`).toBeNull();
  }
});

it('an address names the page of the original, where a reference does', () => {
  expect(openedPart(sourceLink(11, 24), 12)).toBe(11);
  expect(openedPage(sourceLink(11, 24))).toBe(24);
  for (const search of ['', sourceLink(11), '?page=', '?page=0', '?page=2.5', '?page=x']) {
    expect(openedPage(search), `${search}`).toBeNull();
  }
});

it('a reference names the page that it begins with', () => {
  expect(['p. 24', 'pp. 24–31', 'part 4', 'p. x', 'see p. 3'].map(referredPage)).toEqual([24, 24, null, null, null]);
});

it('tells references from other addresses', () => {
  expect(referredChunk('#chunk-2')).toBe(2);
  for (const href of [undefined, '', '#chunk-', '#chunk-2x', '#other', 'https://x.example/#chunk-2']) {
    expect(referredChunk(href)).toBeNull();
  }
});

it('copies references as words', () => {
  expect(withoutReferenceAddresses('It is so. [pp. 3–5](#chunk-2) [part 4](#chunk-3) [site](https://x.example)')).toBe(
    'It is so. [pp. 3–5] [part 4] [site](https://x.example)',
  );
});
