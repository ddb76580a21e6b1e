import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { newDocument } from '../../../test/history';
import { DocumentList } from './document-list';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const page = (name: string, nextCursor: string | null) => ({
  items: [{ ...newDocument(), id: name, name }],
  nextCursor,
});

it('the keyboard goes on with the first row of the last page, whose coming takes the button away', async () => {
  vi.stubGlobal('fetch', (path: string) => {
    const answer = path.includes('cursor=next') ? page('second.txt', null) : page('first.txt', 'next');
    return Promise.resolve(new Response(JSON.stringify(answer)));
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <DocumentList current={null} onDelete={() => undefined} />
    </QueryClientProvider>,
  );
  const more = await screen.findByText('Show more');
  more.focus();
  fireEvent.click(more);
  await screen.findByText('second.txt');
  await vi.waitFor(() => expect(document.activeElement?.closest('a')?.textContent).toContain('second.txt'));
  expect(screen.queryByText('Show more')).toBeNull();
  await act(async () => undefined);
});

it('a page that failed is said to, and is asked for again when the list is read again', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  let answers = false;
  let tries = 0;
  vi.stubGlobal('fetch', (path: string) => {
    if (!path.includes('cursor=next')) return Promise.resolve(new Response(JSON.stringify(page('first.txt', 'next'))));
    tries++;
    return Promise.resolve(
      answers ? new Response(JSON.stringify(page('second.txt', null))) : new Response('', { status: 400 }),
    );
  });
  render(
    <QueryClientProvider client={client}>
      <DocumentList current={null} onDelete={() => undefined} />
    </QueryClientProvider>,
  );
  fireEvent.click(await screen.findByText('Show more'));
  expect(await screen.findByText('The list cannot be read right now.')).toBeTruthy();
  expect(tries).toBe(1);
  answers = true;
  await act(() => client.invalidateQueries({ queryKey: ['documents'] }));
  expect(await screen.findByText('second.txt')).toBeTruthy();
  expect(screen.queryByText('The list cannot be read right now.')).toBeNull();
  expect(tries).toBe(2);
});

it('a page that is asked for comes, however often the list is read again meanwhile', async () => {
  const client = new QueryClient();
  let tries = 0;
  vi.stubGlobal('fetch', async (path: string, { signal }: RequestInit) => {
    if (!path.includes('cursor=next')) return new Response(JSON.stringify(page('first.txt', 'next')));
    if (tries++ > 2) return new Response(JSON.stringify(page('second.txt', 'further')));
    await new Promise((_, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    });
    return new Response();
  });
  render(
    <QueryClientProvider client={client}>
      <DocumentList current={null} onDelete={() => undefined} />
    </QueryClientProvider>,
  );
  fireEvent.click(await screen.findByText('Show more'));
  const readAgainAfter = async (asked: number) => {
    await vi.waitFor(() => expect(tries).toBe(asked));
    await act(() => client.invalidateQueries({ queryKey: ['documents'] }));
  };
  await readAgainAfter(1);
  await readAgainAfter(2);
  await readAgainAfter(3);
  expect(await screen.findByText('second.txt')).toBeTruthy();
});

it.each([
  ['Show all', '/?q=none', { items: [], nextCursor: null }, 200],
  ['Try again', '/', {}, 400],
])('the keyboard stays in the list when %s did what it is for, and goes', async (name, address, answer, status) => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  window.history.replaceState(null, '', address);
  let used = false;
  vi.stubGlobal('fetch', async () =>
    used ? new Response(JSON.stringify(page('first.txt', null))) : new Response(JSON.stringify(answer), { status }),
  );
  render(
    <QueryClientProvider client={client}>
      <DocumentList current={null} onDelete={() => undefined} />
    </QueryClientProvider>,
  );
  const button = await screen.findByText(name);
  button.focus();
  used = true;
  fireEvent.click(button);
  // Long names are cut: the whole one is told where it is pointed at.
  const row = await screen.findByTitle('first.txt');
  expect(screen.queryByText(name)).toBeNull();
  expect(document.activeElement).toBe(row.closest('section'));
});
