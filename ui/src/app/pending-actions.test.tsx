import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { ConfirmDelete } from '../features/document/components/confirm-delete';
import { Head } from '../features/document/components/head';
import { RetryButton } from '../features/document/components/retry-button';
import { PasteText } from '../features/intake/components/paste-text';
import { SampleList } from '../features/intake/components/sample-list';
import { writeDraft } from '../features/intake/draft';
import { OptionsProvider } from '../features/intake/use-options';
import { UploadsProvider } from '../features/intake/use-uploads';
import { newDocument } from '../test/history';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const nothing = (): void => undefined;
const samples = [{ file: 'lamps.pdf', title: 'Lamps', shows: 'completed' as const }];

it.each<[string, ReactElement]>([
  ['confirm-delete', <ConfirmDelete key="" document={newDocument()} onKeep={nothing} onDeleted={nothing} />],
  ['retry', <RetryButton key="" id="1" primary onChanged={nothing} />],
  ['cancel', <Head key="" document={newDocument()} onChanged={nothing} onDelete={nothing} />],
  [
    'sample',
    <OptionsProvider key="">
      <UploadsProvider settings={undefined} onAccepted={nothing}>
        <SampleList samples={samples} />
      </UploadsProvider>
    </OptionsProvider>,
  ],
  ['submit-text', <PasteText key="" onAccepted={nothing} />],
])('%s keeps the focus while it is on its way and when it failed, and is not sent twice', async (testId, element) => {
  let fail = nothing;
  const fetch = vi.fn<() => Promise<Response>>(
    () => new Promise((_, reject) => (fail = () => reject(new TypeError('no network')))),
  );
  vi.stubGlobal('fetch', fetch);
  writeDraft('Dear all');
  render(<QueryClientProvider client={new QueryClient()}>{element}</QueryClientProvider>);
  const button = screen.getByTestId<HTMLButtonElement>(testId);
  button.focus();
  fireEvent.click(button);
  await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('true'));
  expect(button.disabled).toBe(false);
  fireEvent.click(button);
  expect(fetch).toHaveBeenCalledTimes(1);
  await act(async () => fail());
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute('aria-disabled')).toBe('false');
});
