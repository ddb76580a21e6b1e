import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ApiError } from '../../../api/http';
import type { Document } from '../../../api/types';
import { newDocument } from '../../../test/history';
import type { PastedText } from '../api/create-text-document';
import { writeDraft } from '../draft';
import { PasteText } from './paste-text';

const server = vi.hoisted(() => ({
  keys: [] as string[],
  answer: (_document: unknown): void => undefined,
  refuse: (_error: unknown): void => undefined,
}));
vi.mock('../api/create-text-document', () => ({
  createTextDocument: ({ idempotencyKey }: PastedText) =>
    new Promise((resolve, reject) => {
      server.keys.push(idempotencyKey);
      Object.assign(server, { answer: resolve, refuse: reject });
    }),
}));

const accepted = vi.fn<(document: Document, open: boolean) => void>();
const field = (): HTMLTextAreaElement => screen.getByTestId('paste-text');

function show(): void {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <PasteText onAccepted={accepted} />
    </QueryClientProvider>,
  );
}

async function send(): Promise<void> {
  await act(async () => fireEvent.click(screen.getByTestId('submit-text')));
}

const write = (text: string): boolean => fireEvent.change(field(), { target: { value: text } });

beforeEach(() => {
  server.keys = [];
  accepted.mockClear();
  writeDraft('');
  window.history.replaceState(null, '', '/');
  show();
});
afterEach(cleanup);

it('keeps what was written until it is sent, also on the way to a document and back', async () => {
  write('Dear all');
  cleanup();
  show();
  expect(field().value).toBe('Dear all');
  await send();
  await act(async () => server.answer(newDocument()));
  expect(field().value).toBe('');
  expect(accepted).toHaveBeenCalledWith(expect.anything(), true);
});

it('keeps what was written while it was on its way, and opens nothing then', async () => {
  write('Dear all');
  await send();
  write('Dear all, and one more thing');
  await act(async () => server.answer(newDocument()));
  expect(field().value).toBe('Dear all, and one more thing');
  expect(accepted).toHaveBeenCalledWith(expect.anything(), false);
});

it('opens nothing for who reads another document by now', async () => {
  write('Dear all');
  await send();
  window.history.replaceState(null, '', '/documents/other');
  await act(async () => server.answer(newDocument()));
  expect(accepted).toHaveBeenCalledWith(expect.anything(), false);
});

it.each([
  [new ApiError(409, 'in-progress', '', ''), true],
  [new ApiError(0, 'unreachable', '', ''), true],
  [new ApiError(422, 'idempotency-mismatch', '', ''), false],
])('%o is tried again under the same key: %s', async (error, same) => {
  write('Dear all');
  await send();
  await act(async () => server.refuse(error));
  await vi.waitFor(() => expect(screen.getByTestId('submit-text').getAttribute('aria-disabled')).toBe('false'));
  expect(field().value).toBe('Dear all');
  await send();
  expect(server.keys).toHaveLength(2);
  expect(server.keys[0] === server.keys[1]).toBe(same);
  await act(async () => server.answer(newDocument()));
});
