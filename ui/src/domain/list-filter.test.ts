import { expect, it } from 'vitest';
import { filterOf, isFiltered, matches, noFilter, queryOf } from './list-filter';

it('keeps its place in the address', () => {
  const filter = { q: 'report 5', status: 'failed', sort: 'oldest' } as const;
  expect(filterOf(`?${queryOf(filter)}`)).toEqual(filter);
  expect(filterOf('?status=nonsense&sort=nonsense&part=3')).toEqual(noFilter);
  expect(`${queryOf(noFilter)}`).toBe('');
});

it('holds documents against name and status', () => {
  const document = { name: 'Annual Report.pdf', status: 'completed' } as const;
  expect(matches(document, noFilter)).toBe(true);
  expect(matches(document, { ...noFilter, q: ' report' })).toBe(true);
  expect(matches(document, { ...noFilter, q: 'letter' })).toBe(false);
  expect(matches(document, { ...noFilter, q: 'report', status: 'failed' })).toBe(false);
  expect(isFiltered(noFilter)).toBe(false);
});
