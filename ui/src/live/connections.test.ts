import { expect, it } from 'vitest';
import type { Connection } from './connection';
import { leastLive } from './connections';

const live: Connection = { kind: 'live' };
const waiting: Connection = { kind: 'waiting', reason: 'lost', retryAt: 0 };
const ended: Connection = { kind: 'ended', reason: 'finished' };
const refused: Connection = { kind: 'ended', reason: 'refused' };

it('shows the least live of all connections', () => {
  expect(leastLive([live, waiting, ended])).toBe(waiting);
  expect(leastLive([ended, live])).toBe(live);
  expect(leastLive([live, { kind: 'connecting' }])).toEqual({ kind: 'connecting' });
  expect(leastLive([waiting, refused])).toBe(refused);
  expect(leastLive([])).toEqual({ kind: 'connecting' });
});
