import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { Document, DocumentError } from '../../../api/types';
import { newDocument } from '../../../test/history';
import { en } from '../../../messages/en';
import { Failure } from './failure';

afterEach(cleanup);

/** As the server sends them; all others can be tried again. */
const NEVER = new Set(['encrypted', 'no-text', 'corrupt', 'too-complex', 'extraction-timeout']);

function show(name: string, retryable: boolean): void {
  // A server may know codes that this page does not.
  const code = name as DocumentError['code'];
  const error = { code, title: name, detail: 'The server’s words.', stage: 'extract' as const, retryable };
  const document: Document = { ...newDocument(), status: 'failed', error };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Failure document={document} onChanged={() => undefined} />
    </QueryClientProvider>,
  );
}

const offered = (): string[] =>
  ['retry', 'choose-another', 'copy-details'].filter((id) => screen.queryByTestId(id) !== null);

it.each([
  ['encrypted', false, ['choose-another']],
  ['extraction-timeout', false, ['choose-another']],
  ['llm-refused', true, ['retry', 'choose-another']],
  ['llm-unavailable', true, ['retry']],
  ['llm-auth', true, ['retry', 'copy-details']],
  ['poisoned', true, ['retry', 'copy-details']],
  ['a-new-one', false, ['choose-another']],
] as const)('%s (can be tried again: %s) offers %j', (code, retryable, actions) => {
  show(code, retryable);
  expect(offered()).toEqual(actions);
  expect(screen.getByText('The server’s words.').lang).toBe('en');
});

it.each([
  ['llm-unavailable', 'retry'],
  ['llm-refused', 'choose-another'],
])('%s: the main button is %s', (code, main) => {
  show(code, true);
  const kinds = offered().map((id) => [id, screen.getByTestId(id).dataset['kind']]);
  expect(kinds.filter(([, kind]) => kind === 'primary')).toEqual([[main, 'primary']]);
});

it.each(Object.entries(en.failures))('%s: only who can try again is told to', (code, { advice }) => {
  show(code, !NEVER.has(code));
  expect(screen.queryByTestId('retry') !== null).toBe(/\btry again\b/i.test(advice));
});

it('what is read aloud at once is what happened and what to do, not the buttons', () => {
  show('llm-auth', true);
  const { title, advice } = en.failures['llm-auth'];
  expect(screen.getByRole('alert').textContent).toBe(title + advice);
});
