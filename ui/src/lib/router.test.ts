import { expect, it } from 'vitest';
import { documentPath, routeOf } from './router';

it('reads addresses', () => {
  expect(routeOf('/')).toEqual({ name: 'home' });
  expect(routeOf(documentPath('a/b'))).toEqual({ name: 'document', id: 'a/b' });
  expect(routeOf('/documents/1/')).toEqual({ name: 'document', id: '1' });
  expect(routeOf('/documents/%E0%A4%A')).toEqual({ name: 'unknown' });
  expect(routeOf('/elsewhere')).toEqual({ name: 'unknown' });
});
