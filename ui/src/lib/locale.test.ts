import { beforeEach, expect, it } from 'vitest';
import { preferredLocale, storeLocale } from './locale';

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
