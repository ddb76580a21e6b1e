import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Document, Settings } from '../../api/types';
import { randomId } from '../../lib/random-id';
import { messages, problemText } from '../../messages';
import { createDocument } from './api/create-document';
import { checkFile } from './check-file';
import { currentDraft } from './draft';
import type { IntakeOptions } from './intake-options';
import type { UploadItem, UploadState } from './uploads';
import { useFollowing } from './use-following';

const AT_ONCE = 3;
const NO_FOLDERS: ReadonlySet<File> = new Set();

interface Uploads {
  items: UploadItem[];
  /** How many sent ones have left the rows of `items` since the first of them came. */
  left: number;
  /** The newest thing worth saying aloud. */
  said: string;
  add: (files: File[], options: IntakeOptions, folders?: ReadonlySet<File>) => void;
  retry: (id: string) => void;
  dismiss: (id: string) => void;
}

type Rows = Pick<Uploads, 'items' | 'left'>;

const UploadsContext = createContext<Uploads | null>(null);

interface ProviderProps {
  settings: Settings | undefined;
  /** A document was accepted; `open` when nothing else was dropped with it and nobody has gone on meanwhile. */
  onAccepted: (document: Document, open: boolean) => void;
  children: ReactNode;
}

/** Sends files a few at a time, wherever in the page one is meanwhile, and follows what became of them. */
export function UploadsProvider({ settings, onAccepted, children }: ProviderProps) {
  const [{ items, left }, setRows] = useState<Rows>({ items: [], left: 0 });
  const [said, setSaid] = useState('');
  const running = useRef(new Map<string, AbortController>());
  /** Those that were dropped alone, and where. */
  const single = useRef(new Map<string, string>());
  const accepted = useRef(onAccepted);
  useEffect(() => {
    accepted.current = onAccepted;
  });

  const setState = useCallback((id: string, state: UploadState) => {
    setRows((rows) => ({ ...rows, items: rows.items.map((item) => (item.id === id ? { ...item, state } : item)) }));
  }, []);

  const dismiss = useCallback((id: string) => {
    running.current.get(id)?.abort();
    running.current.delete(id);
    setRows((rows) => withoutRow(rows, id));
  }, []);

  const send = useCallback(
    async ({ id, file, options }: UploadItem) => {
      const controller = new AbortController();
      running.current.set(id, controller);
      setState(id, { kind: 'sending', sent: 0 });
      try {
        const document = await createDocument({
          file,
          options,
          idempotencyKey: id,
          signal: controller.signal,
          onSent: (bytes) => setState(id, { kind: 'sending', sent: Math.min(1, bytes / file.size) }),
        });
        running.current.delete(id);
        // Its own page opens and shows everything; of several each is followed in its row, as is one whose reader is at
        // something else by now.
        const open = single.current.get(id) === window.location.pathname && !currentDraft().text.trim();
        if (open) dismiss(id);
        else setState(id, { kind: 'accepted', document });
        accepted.current(document, open);
      } catch (error) {
        running.current.delete(id);
        if (controller.signal.aborted) return;
        const passing = !(error instanceof Error) || !('passing' in error) || error.passing === true;
        setState(id, { kind: 'refused', text: problemText(error), retry: passing });
        setSaid(messages.uploads.refused(file.name));
      }
    },
    [dismiss, setState],
  );

  useEffect(() => {
    const free = AT_ONCE - running.current.size;
    for (const item of items.filter(({ state }) => state.kind === 'waiting').slice(0, Math.max(0, free))) {
      if (!running.current.has(item.id)) void send(item);
    }
  }, [items, send]);

  const underWay = items.some(({ state }) => state.kind === 'waiting' || state.kind === 'sending');
  useEffect(() => {
    if (!underWay) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [underWay]);

  useFollowing(items, setState, dismiss);

  const add = useCallback(
    (files: File[], options: IntakeOptions, folders = NO_FOLDERS) => {
      const added = files.map((file): UploadItem => {
        const refusal = folders.has(file) ? 'folder' : checkFile(file, settings);
        const text = refusal && messages.uploads.refusals(settings?.maxUploadBytes)[refusal];
        const state: UploadState = text ? { kind: 'refused', text, retry: false } : { kind: 'waiting' };
        return { id: randomId(), file, options, state };
      });
      if (added.length === 1) single.current.set(added[0]!.id, window.location.pathname);
      const refused = added.filter(({ state }) => state.kind === 'refused').length;
      setSaid(messages.uploads.added(added.length - refused, refused));
      setRows((rows) => ({
        items: [...rows.items, ...added],
        // Where only refusals are left, what comes now is counted anew.
        left: rows.items.every(({ state }) => state.kind === 'refused') ? 0 : rows.left,
      }));
    },
    [settings],
  );

  const retry = useCallback((id: string) => setState(id, { kind: 'waiting' }), [setState]);
  const uploads = useMemo(() => ({ items, left, said, add, retry, dismiss }), [items, left, said, add, retry, dismiss]);
  return <UploadsContext value={uploads}>{children}</UploadsContext>;
}

function withoutRow({ items, left }: Rows, id: string): Rows {
  const leaving = items.find((item) => item.id === id);
  const rest = items.filter((item) => item !== leaving);
  return { items: rest, left: rest.length === 0 ? 0 : left + (leaving?.state.kind === 'accepted' ? 1 : 0) };
}

export function useUploads(): Uploads {
  const uploads = useContext(UploadsContext);
  if (!uploads) throw new Error('useUploads needs an UploadsProvider');
  return uploads;
}
