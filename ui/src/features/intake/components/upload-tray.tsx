import { type MouseEvent, useLayoutEffect, useRef } from 'react';
import type { Document } from '../../../api/types';
import { CrossIcon, RetryIcon } from '../../../components/icons';
import { isEnded } from '../../../domain/apply-event';
import { formatBytes } from '../../../lib/format';
import { documentPath, Link } from '../../../lib/router';
import { failureText, messages } from '../../../messages';
import type { UploadItem } from '../uploads';
import { useUploads } from '../use-uploads';
import styles from './upload-tray.module.css';

/** What is on its way to the server and through it, and what was refused and why; on every page. */
export function UploadTray() {
  const { items, left, said } = useUploads();
  const wanted = left + items.filter(({ state }) => state.kind !== 'refused').length;
  const sent = left + items.filter(({ state }) => state.kind === 'accepted').length;
  return (
    <>
      <p className="visually-hidden" role="status" data-testid="uploads-said">
        {said}
      </p>
      {items.length > 0 && (
        <section className={styles.tray} aria-labelledby="uploads-title" data-testid="uploads">
          <h2 id="uploads-title" tabIndex={-1}>
            {messages.uploads.title}
            {wanted > 1 && <span className={styles.sent}>{messages.uploads.sent(sent, wanted)}</span>}
          </h2>
          <ul>
            {items.map((item) => (
              <Upload key={item.id} item={item} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Upload({ item: { id, file, state } }: { item: UploadItem }) {
  const { retry, dismiss } = useUploads();
  const stops = state.kind === 'waiting' || state.kind === 'sending';

  const row = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    const { current } = row;
    // Whatever makes it go, by hand or by itself, the keyboard does not go with it.
    return () => {
      if (current?.contains(document.activeElement)) focusNeighbour(current);
    };
  }, []);

  /** The button goes; the one beside it stays. */
  function again({ currentTarget }: MouseEvent<HTMLButtonElement>): void {
    if (currentTarget.nextElementSibling instanceof HTMLElement) currentTarget.nextElementSibling.focus();
    retry(id);
  }

  return (
    <li ref={row} className={styles.item} data-testid="upload-item" data-state={state.kind}>
      {state.kind === 'accepted' ? (
        <Link href={documentPath(state.document.id)} className={styles.name} title={file.name}>
          {file.name}
        </Link>
      ) : (
        <span className={styles.name} title={file.name}>
          {file.name}
        </span>
      )}
      <span className={styles.size}>{formatBytes(file.size)}</span>
      <span className={styles.actions}>
        {state.kind === 'refused' && state.retry && (
          <button type="button" className="button" data-kind="quiet" data-size="small" onClick={again}>
            <RetryIcon size={16} />
            <span className="visually-hidden">{messages.uploads.retry(file.name)}</span>
          </button>
        )}
        <button type="button" className="button" data-kind="quiet" data-size="small" onClick={() => dismiss(id)}>
          <CrossIcon size={16} />
          <span className="visually-hidden">
            {stops ? messages.uploads.stop(file.name) : messages.uploads.dismiss(file.name)}
          </span>
        </button>
      </span>
      {state.kind === 'refused' ? (
        <span className={styles.problem} data-testid="error">
          {state.text}
        </span>
      ) : (
        <Progress name={file.name} state={state} />
      )}
    </li>
  );
}

function Progress({ name, state }: { name: string; state: Exclude<UploadItem['state'], { kind: 'refused' }> }) {
  const label = messages.uploads.progress(name);
  if (state.kind === 'accepted') {
    const { document } = state;
    return (
      <span className={styles.progress} data-status={document.status}>
        <progress aria-label={label} max={100} value={document.progress.percent} />
        <span>{stageText(document)}</span>
      </span>
    );
  }
  const percent = state.kind === 'sending' ? Math.floor(state.sent * 100) : 0;
  return (
    <span className={styles.progress} data-status="sending">
      <progress aria-label={label} max={100} value={percent} />
      <span>{sendingText(state.kind, percent)}</span>
    </span>
  );
}

function sendingText(kind: 'waiting' | 'sending', percent: number): string {
  if (kind === 'waiting') return messages.uploads.waiting;
  return percent < 100 ? messages.uploads.sending(percent) : messages.uploads.checking;
}

function stageText(document: Document): string {
  const { status, stage, progress, error } = document;
  if (status === 'failed' && error) return failureText(error).title;
  if (isEnded(document)) return messages.status[status];
  return `${messages.stages.names[stage]} · ${messages.progress.percent(progress.percent)}`;
}

/** Before a row goes, the keyboard moves to the next one, the one before, or the page. */
function focusNeighbour(row: Element): void {
  const next = row.nextElementSibling ?? row.previousElementSibling;
  const target = next?.querySelector<HTMLElement>('button:last-of-type') ?? document.getElementById('content');
  target?.focus({ preventScroll: true });
}
