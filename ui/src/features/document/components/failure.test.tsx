import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { Document, DocumentError } from '../../../api/types';
import { newDocument } from '../../../test/history';
import { Failure } from './failure';

afterEach(cleanup);

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
  ['llm-unavailable', true, ['retry']],
  ['llm-auth', true, ['retry', 'copy-details']],
  ['poisoned', false, ['copy-details']],
  ['a-new-one', false, ['choose-another']],
] as const)('%s (can be tried again: %s) offers %j', (code, retryable, actions) => {
  show(code, retryable);
  expect(offered()).toEqual(actions);
  expect(screen.getByText('The server’s words.').lang).toBe('en');
});
