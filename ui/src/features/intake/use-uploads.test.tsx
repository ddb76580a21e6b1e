import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Document, LiveMessage } from '../../api/types';
import { type FeedListener } from '../../live/feed';
import { newDocument } from '../../test/history';
import { ApiError } from '../../api/http';
import { UploadTray } from './components/upload-tray';
import { writeDraft } from './draft';
import { defaultOptions } from './intake-options';
import { UploadsProvider, useUploads } from './use-uploads';

const feed = vi.hoisted(() => ({ listener: undefined as FeedListener | undefined }));
vi.mock('../../live/feed', () => ({
  useFeed: (listener: FeedListener) => {
    feed.listener = listener;
  },
}));
const server = vi.hoisted(() => ({ takes: 0, refusals: [] as unknown[], now: undefined as unknown }));
vi.mock('./api/create-document', () => ({
  createDocument: async ({ file }: { file: File }): Promise<Document> => {
    await new Promise((answer) => {
      setTimeout(answer, server.takes);
    });
    const refusal = server.refusals.shift();
    if (refusal) throw refusal;
    return { ...newDocument(), id: file.name, name: file.name };
  },
}));
vi.mock('./api/get-progress', () => ({
  getProgress: async (id: string): Promise<Document> => {
    if (server.now instanceof Error) throw server.now;
    return { ...(server.now as Document), id };
  },
}));

type Accepted = (document: Document, open: boolean) => void;

const settings = {
  webSocketUrl: '',
  maxUploadBytes: 1000,
  mediaTypes: [],
  refusedExtensions: [],
  model: { provider: 'builtin', name: 'extractive' },
  lengths: [],
  samples: [],
};

function Drop({ files }: { files: File[] }) {
  const { add } = useUploads();
  return (
    <button type="button" onClick={() => add(files, defaultOptions)}>
      drop
    </button>
  );
}

const event = (documentId: string, seq: number, type: string, data: unknown): LiveMessage =>
  ({ documentId, seq, attempt: 1, at: '2026-01-01T00:00:00Z', type, stage: 'combine', data }) as LiveMessage;

const states = (): (string | undefined)[] =>
  screen.getAllByTestId('upload-item').map(({ dataset }) => dataset['state']);

async function drop(files: File[], onAccepted: Accepted = () => undefined): Promise<void> {
  render(
    <UploadsProvider settings={settings} onAccepted={onAccepted}>
      <Drop files={files} />
      <UploadTray />
    </UploadsProvider>,
  );
  fireEvent.click(screen.getByText('drop'));
  await act(() => vi.advanceTimersByTimeAsync(10));
}

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(server, { takes: 0, refusals: [], now: undefined });
  writeDraft('');
  window.history.replaceState(null, '', '/');
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('several are followed to their end; what is refused stays and says why', async () => {
  await drop([new File(['a'], 'a.txt'), new File(['b'], 'b.txt'), new File([], 'empty.txt')]);
  expect(states()).toEqual(['accepted', 'accepted', 'refused']);
  expect(screen.getByTestId('uploads-said').textContent).toBe('2 files on the way, 1 file refused');
  act(() => feed.listener?.onMessages([event('a.txt', 2, 'completed', { summary: 'All.' })]));
  expect(screen.getAllByTestId('upload-item')[0]?.textContent).toContain('Done');
  await act(() => vi.advanceTimersByTimeAsync(5_100));
  expect(states()).toEqual(['accepted', 'refused']);
  expect(screen.getByTestId('uploads').textContent).toContain('2 of 2 sent');
  act(() => feed.listener?.onMessages([{ type: 'deleted', documentId: 'b.txt' }]));
  expect(states()).toEqual(['refused']);
});

it('one alone opens its own page and leaves no row', async () => {
  const accepted = vi.fn<Accepted>();
  await drop([new File(['a'], 'a.txt')], accepted);
  expect(screen.queryAllByTestId('upload-item')).toEqual([]);
  expect(accepted).toHaveBeenCalledWith(expect.objectContaining({ id: 'a.txt' }), true);
});

it.each([
  ['the reader is at another document', () => window.history.replaceState(null, '', '/documents/other')],
  ['a text is being written', () => writeDraft('Dear all')],
])('one alone takes nobody away: %s', async (_, meanwhile) => {
  server.takes = 1_000;
  const accepted = vi.fn<Accepted>();
  await drop([new File(['a'], 'a.txt')], accepted);
  meanwhile();
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(accepted).toHaveBeenCalledWith(expect.objectContaining({ id: 'a.txt' }), false);
  expect(states()).toEqual(['accepted']);
});

it('one whose end nobody told is looked after', async () => {
  await drop([new File(['a'], 'a.txt'), new File(['b'], 'b.txt')]);
  server.now = { ...newDocument(), status: 'completed', lastSeq: 9 };
  await act(() => vi.advanceTimersByTimeAsync(20_000));
  expect(screen.getAllByTestId('upload-item')[0]?.textContent).toContain('Done');
  await act(() => vi.advanceTimersByTimeAsync(5_100));
  expect(screen.queryAllByTestId('upload-item')).toEqual([]);
});

it('one that is not there any more leaves; an older state than is known is no news', async () => {
  await drop([new File(['a'], 'a.txt'), new File(['b'], 'b.txt')]);
  act(() => feed.listener?.onMessages([event('b.txt', 5, 'stage-started', { percent: 30 })]));
  server.now = { ...newDocument(), lastSeq: 3 };
  await act(() => vi.advanceTimersByTimeAsync(20_000));
  expect(screen.getAllByTestId('upload-item')[1]?.textContent).toContain('30 %');
  server.now = new ApiError(404, 'not-found', '', '');
  await act(() => vi.advanceTimersByTimeAsync(20_000));
  expect(screen.queryAllByTestId('upload-item')).toEqual([]);
});

it('the keyboard stays when a row or its button goes', async () => {
  server.refusals = [new ApiError(409, 'in-progress', '', '')];
  await drop([new File(['a'], 'a.txt'), new File([], 'empty.txt')]);
  const again = screen.getByText('Try a.txt again').closest('button')!;
  again.focus();
  fireEvent.click(again);
  await act(() => vi.advanceTimersByTimeAsync(10));
  expect(states()).toEqual(['accepted', 'refused']);
  expect(document.activeElement?.textContent).toBe('Dismiss a.txt');
  act(() => feed.listener?.onMessages([event('a.txt', 2, 'completed', { summary: 'All.' })]));
  await act(() => vi.advanceTimersByTimeAsync(5_100));
  expect(document.activeElement?.textContent).toBe('Dismiss empty.txt');
});
