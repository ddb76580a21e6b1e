import { CrossIcon, RetryIcon } from '../../../components/icons';
import { formatBytes } from '../../../lib/format';
import { messages } from '../../../messages';
import { type UploadItem, useUploads } from '../use-uploads';
import styles from './upload-tray.module.css';

/** What is on its way to the server, and what was refused and why; on every page. */
export function UploadTray() {
  const { items } = useUploads();
  if (items.length === 0) return null;
  return (
    <section className={styles.tray} aria-label={messages.uploads.title}>
      <h2>{messages.uploads.title}</h2>
      <ul>
        {items.map((item) => (
          <Upload key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

function Upload({ item: { id, file, state } }: { item: UploadItem }) {
  const { retry, dismiss } = useUploads();
  const refused = state.kind === 'refused';
  const percent = state.kind === 'sending' ? Math.floor(state.sent * 100) : 0;
  return (
    <li className={styles.item} data-testid="upload-item" data-state={state.kind}>
      <span className={styles.name}>{file.name}</span>
      <span className={styles.size}>{formatBytes(file.size)}</span>
      <span className={styles.actions}>
        {refused && state.retry && (
          <button type="button" className="button" data-kind="quiet" data-size="small" onClick={() => retry(id)}>
            <RetryIcon size={16} />
            <span className="visually-hidden">{messages.uploads.retry(file.name)}</span>
          </button>
        )}
        <button type="button" className="button" data-kind="quiet" data-size="small" onClick={() => dismiss(id)}>
          <CrossIcon size={16} />
          <span className="visually-hidden">
            {refused ? messages.uploads.dismiss(file.name) : messages.uploads.stop(file.name)}
          </span>
        </button>
      </span>
      {refused ? (
        <span className={styles.problem} role="alert" data-testid="error">
          {state.text}
        </span>
      ) : (
        <span className={styles.progress}>
          <progress aria-label={messages.uploads.progress(file.name)} max={100} value={percent} />
          <span>{stateText(state.kind, percent)}</span>
        </span>
      )}
    </li>
  );
}

function stateText(kind: 'waiting' | 'sending', percent: number): string {
  if (kind === 'waiting') return messages.uploads.waiting;
  return percent < 100 ? messages.uploads.sending(percent) : messages.uploads.checking;
}
