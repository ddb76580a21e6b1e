import { beforeEach, expect, it } from 'vitest';
import { preferredLocale, regional, storeLocale } from './locale';

beforeEach(() => localStorage.clear());

it.each([
  [['de-AT', 'en'], 'de'],
  [['fr', 'en-GB', 'de'], 'en'],
  [['ja'], 'en'],
  [[], 'en'],
] as const)('a browser that wants %j gets %s', (wanted, locale) => expect(preferredLocale(wanted)).toBe(locale));

it('the choice made here goes before the browser’s', () => {
  storeLocale('de');
  expect(preferredLocale(['en'])).toBe('de');
});

it.each([
  ['en', ['de', 'en-GB', 'en'], 'en-GB'],
  ['de', ['en-US', 'de-ch'], 'de-CH'],
  ['de', ['en-US'], 'de'],
  ['en', ['en-US@posix'], 'en'],
] as const)('%s for a browser that wants %j is written as in %s', (locale, wanted, tag) =>
  expect(regional(locale, wanted)).toBe(tag),
);
