import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { newDocument } from '../../../test/history';
import SourceDrawer from './source-drawer';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Page({ part, page = null, mediaType = 'application/pdf' }: Opened) {
  return (
    <QueryClientProvider client={client}>
      <button type="button">first</button>
      <button type="button">second</button>
      <SourceDrawer document={{ ...newDocument(), mediaType }} part={part} page={page} total={74} />
    </QueryClientProvider>
  );
}

interface Opened {
  part: number | null;
  page?: number | null;
  mediaType?: string;
}

let client = new QueryClient();

/** Every part begins on the page of its own number. */
function serve(text: string): void {
  client = new QueryClient();
  vi.stubGlobal('fetch', (address: string) => {
    const index = Number(/\d+$/.exec(address)?.[0]);
    const place = { index, firstPage: index + 1, lastPage: index + 3, section: null };
    const chunk = { ...place, tokens: 9, status: 'done', summary: 'Lamps.', text };
    return Promise.resolve(new Response(JSON.stringify(chunk)));
  });
}

it('which text is there is said, also when it takes the place of another', async () => {
  serve('The lamps.');
  const { rerender } = render(<Page part={4} page={6} />);
  const said = screen.getByTestId('source-said');
  expect(said.getAttribute('role')).toBe('status');
  await waitFor(() => expect(said.textContent).toBe('Part 5 of 74, page 6'));
  rerender(<Page part={5} />);
  await waitFor(() => expect(said.textContent).toBe('Part 6 of 74, page 6'));
});

it.each([
  ['text/plain', '# stop the pump first\nsystemctl stop pump', 0],
  ['text/markdown', '# stop the pump first\nsystemctl stop pump', 0],
  ['text/html', 'stop the pump first\nsystemctl stop pump', 1],
])('the text of a file of %s is %j', async (mediaType, shown, headings) => {
  serve('# stop the pump first\nsystemctl stop pump');
  render(<Page part={0} mediaType={mediaType} />);
  const text = await screen.findByLabelText('Text of this part');
  expect(text.textContent).toBe(shown);
  expect(text.querySelectorAll('strong')).toHaveLength(headings);
});

it('the keyboard goes back to the reference that was used last', async () => {
  serve('The lamps.');
  // Where there is room for it beside the summary.
  const wide = { matches: true, addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal('matchMedia', () => wide);
  const { rerender } = render(<Page part={null} />);
  const open = (name: string, part: number, page: number): void => {
    screen.getByText(name).focus();
    rerender(<Page part={part} page={page} />);
  };
  open('first', 2, 3);
  open('second', 2, 4);
  const text = await screen.findByLabelText('Text of this part');
  text.focus();
  // The drawer's own ways lead on from the same place.
  rerender(<Page part={3} />);
  rerender(<Page part={null} />);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('second'));
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
