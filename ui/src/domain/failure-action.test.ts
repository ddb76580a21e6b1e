import { expect, it } from 'vitest';
import { failureAction, failureDetails } from './failure-action';

// Each code as the server sends it.
it.each([
  ['llm-unavailable', true, 'retry'],
  ['llm-rate-limited', true, 'retry'],
  ['storage-unavailable', true, 'retry'],
  ['internal', true, 'retry'],
  ['encrypted', false, 'choose'],
  ['no-text', false, 'choose'],
  ['corrupt', false, 'choose'],
  ['too-complex', false, 'choose'],
  ['extraction-timeout', false, 'choose'],
  ['llm-refused', true, 'choose'],
  ['llm-auth', true, 'operator'],
  ['poisoned', true, 'operator'],
] as const)('%s (can be tried again: %s) asks to %s', (code, retryable, action) => {
  expect(failureAction({ code, retryable })).toBe(action);
});

it('names what the operator looks for', () => {
  const error = { code: 'poisoned', title: '', detail: 'Five claims.', stage: 'extract', retryable: true } as const;
  const text = failureDetails({ id: 'an-id', name: 'a.pdf', finishedAt: '2026-01-01T00:00:00Z', error });
  for (const part of ['an-id', 'poisoned', 'extract', 'Five claims.', '2026-01-01']) expect(text).toContain(part);
});
