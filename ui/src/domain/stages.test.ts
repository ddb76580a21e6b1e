import { expect, it } from 'vitest';
import { stageStates } from './stages';

it('shows each stage from status and stage alone', () => {
  expect(stageStates({ status: 'processing', stage: 'split' })).toEqual({
    store: 'done',
    queue: 'done',
    extract: 'done',
    split: 'active',
    summarize: 'waiting',
    combine: 'waiting',
  });
  expect(stageStates({ status: 'failed', stage: 'extract' })).toMatchObject({
    queue: 'done',
    extract: 'failed',
    split: 'waiting',
  });
  expect(stageStates({ status: 'cancelled', stage: 'store' })).toMatchObject({ store: 'cancelled', queue: 'waiting' });
  expect(new Set(Object.values(stageStates({ status: 'completed', stage: 'combine' })))).toEqual(new Set(['done']));
});
