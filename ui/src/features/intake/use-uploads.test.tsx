import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Document, LiveMessage } from '../../api/types';
import { type FeedListener } from '../../live/feed';
import { newDocument } from '../../test/history';
import { UploadTray } from './components/upload-tray';
import { defaultOptions } from './intake-options';
import { UploadsProvider, useUploads } from './use-uploads';

const feed = vi.hoisted(() => ({ listener: undefined as FeedListener | undefined }));
vi.mock('../../live/feed', () => ({
  useFeed: (listener: FeedListener) => {
    feed.listener = listener;
  },
}));
vi.mock('./api/create-document', () => ({
  createDocument: ({ file }: { file: File }): Promise<Document> =>
    Promise.resolve({ ...newDocument(), id: file.name, name: file.name }),
}));

type Accepted = (document: Document, only: boolean) => void;

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

beforeEach(() => vi.useFakeTimers());
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
  act(() => feed.listener?.onMessages([{ type: 'deleted', documentId: 'b.txt' }]));
  expect(states()).toEqual(['refused']);
});

it('one alone opens its own page and leaves no row', async () => {
  const accepted = vi.fn<Accepted>();
  await drop([new File(['a'], 'a.txt')], accepted);
  expect(screen.queryAllByTestId('upload-item')).toEqual([]);
  expect(accepted).toHaveBeenCalledWith(expect.objectContaining({ id: 'a.txt' }), true);
});
