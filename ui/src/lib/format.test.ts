import { expect, it } from 'vitest';
import { formatAgo, formatBytes, formatDuration, formatMoney, kindOf, languageName } from './format';

it.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 kB'],
  [48_211, '47 kB'],
  [1_048_000, '1.0 MB'],
  [2_641_004, '2.5 MB'],
  [209_715_200, '200 MB'],
])('%d bytes are %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

it.each([
  [0, 'USD', '$0.00'],
  [0.0001254, 'USD', '$0.00013'],
  [0.042, 'EUR', '€0.042'],
  [0.5, 'USD', '$0.50'],
  [1234.567, 'USD', '$1,234.57'],
  [2, 'XYZ', 'XYZ\u00a02.00'],
])('%d %s are %s', (amount, currency, text) => expect(formatMoney(amount, currency)).toBe(text));

it.each([
  [0, 'now'],
  [-5, 'now'],
  [100, '2 minutes ago'],
  [3600, '1 hour ago'],
  [86_400, 'yesterday'],
])('%d seconds back are %s', (seconds, text) => {
  const now = Date.UTC(2026, 0, 10);
  expect(formatAgo(new Date(now - seconds * 1000).toISOString(), now)).toBe(text);
});

it.each([
  [0.2, '1 s'],
  [42.4, '42 s'],
  [600, '10 min'],
  [5375, '1 h 30 min'],
  [5400, '1 h 30 min'],
  [7190, '2 h'],
  [36_061, '10 h 1 min'],
])('%d seconds last %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text));

it('names types and languages', () => {
  expect(kindOf('application/vnd.openxmlformats-officedocument.wordprocessingml.document')).toBe('Word');
  expect(kindOf('text/plain')).toBe('Text');
  expect(kindOf(null)).toBeNull();
  expect(languageName('de')).toBe('German');
  expect(languageName('not a tag')).toBe('not a tag');
});
