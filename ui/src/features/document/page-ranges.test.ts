import { expect, it } from 'vitest';
import { pageRanges } from './page-ranges';

it('writes pages as people do', () => {
  expect(pageRanges([7, 1, 2, 3, 3])).toBe('1–3, 7');
  expect(pageRanges([5])).toBe('5');
  expect(pageRanges([])).toBe('');
});
