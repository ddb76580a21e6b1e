import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { noFilter } from '../../domain/list-filter';
import { navigate } from '../../lib/router';
import { useListFilter } from './use-list-filter';

let list: { current: ReturnType<typeof useListFilter> };

beforeEach(() => {
  navigate('/');
  ({ result: list } = renderHook(() => useListFilter()));
  change(noFilter);
});
afterEach(cleanup);

const change = (part: Parameters<(typeof list.current)[1]>[0]): void => act(() => list.current[1](part));
const go = (href: string): void => act(() => navigate(href));
const address = (): string => `${window.location.pathname}${window.location.search}`;

it.each(['/', '/documents'])('is in the address of %s', (path) => {
  go(path);
  change({ q: 'lamps', status: 'failed' });
  expect(address()).toBe(`${path}?q=lamps&status=failed`);
  change(noFilter);
  expect(address()).toBe(path);
});

it('outlives the way to a document; the address it comes back to is told', () => {
  change({ q: 'lamps' });
  go('/documents/a');
  expect(address()).toBe('/documents/a');
  go('/');
  expect(address()).toBe('/?q=lamps');
  expect(list.current[0].q).toBe('lamps');
});

it('follows an address that asks for another', () => {
  change({ q: 'lamps' });
  go('/documents/a');
  change({ q: 'harbour' });
  go('/?q=lamps&status=failed');
  expect(list.current[0]).toMatchObject({ q: 'lamps', status: 'failed' });
});
