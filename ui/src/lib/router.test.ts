import { expect, it } from 'vitest';
import { documentPath, navigate, routeOf } from './router';

it('reads addresses', () => {
  expect(routeOf('/')).toEqual({ name: 'home' });
  expect(routeOf(documentPath('a/b'))).toEqual({ name: 'document', id: 'a/b' });
  expect(routeOf('/documents/1/')).toEqual({ name: 'document', id: '1' });
  expect(routeOf('/documents/%E0%A4%A')).toEqual({ name: 'unknown' });
  expect(routeOf('/elsewhere')).toEqual({ name: 'unknown' });
});

it('goes to a query on the same path, and to a path without the query', () => {
  navigate('/documents/1');
  navigate('?part=3', { keepScroll: true });
  expect(window.location.pathname + window.location.search).toBe('/documents/1?part=3');
  navigate('/documents/1');
  expect(window.location.search).toBe('');
});
