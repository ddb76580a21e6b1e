import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { newDocument } from '../../../test/history';
import SourceDrawer from './source-drawer';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it.each([
  ['the page of the reference', 24, 24],
  ['the page that the part begins on, where none was asked for', null, 20],
  ['the page that the part begins on, where another part has the page', 31, 20],
])('the original opens at %s', async (_, asked, opened) => {
  const chunk = { index: 3, firstPage: 20, lastPage: 27, section: null, tokens: 9, status: 'done', summary: 'Lamps.' };
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ ...chunk, text: 'The lamps.' }))));
  const document = { ...newDocument(), mediaType: 'application/pdf' };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <SourceDrawer document={document} part={3} page={asked} total={9} />
    </QueryClientProvider>,
  );
  const link = await screen.findByTestId('open-page');
  expect(link.textContent).toBe(`Page ${opened} of the original`);
  expect(link.getAttribute('href')).toBe(`/api/documents/${document.id}/pdf#page=${opened}`);
});
