import { memo } from 'react';
import type { Document } from '../../../api/types';
import { StatusBadge } from '../../../components/status-badge';
import { TrashIcon } from '../../../components/icons';
import { formatAgo, formatMoment } from '../../../lib/format';
import { Link } from '../../../lib/router';
import { failureText, messages } from '../../../messages';
import styles from './document-list.module.css';

interface ItemProps {
  document: Document;
  href: string;
  current: boolean;
  /** The minute it is now, so that ages are drawn anew only when they change. */
  minute: number;
  /** Asks whether to delete it. */
  onDelete: (document: Document) => void;
}

export const DocumentItem = memo(function Item({ document, href, current, minute, onDelete }: ItemProps) {
  const { name, status, progress, createdAt, error } = document;
  const working = status === 'processing';
  const failure = error && failureText(error).title;
  return (
    <li className={styles.entry}>
      <Link href={href} className={styles.item} data-testid="document-item" aria-current={current ? 'page' : undefined}>
        <span className={styles.name} title={name}>
          {name}
        </span>
        <span className={styles.row}>
          <StatusBadge status={status} />
          {working && <span className={styles.percent}>{messages.progress.percent(progress.percent)}</span>}
          <time dateTime={createdAt} title={formatMoment(createdAt)}>
            {formatAgo(createdAt, minute * 60_000)}
          </time>
        </span>
        {status === 'failed' && failure && <span className={styles.failure}>{failure}</span>}
        {working && (
          <span className={styles.bar} aria-hidden="true">
            <span style={{ transform: `scaleX(${progress.percent / 100})` }} />
          </span>
        )}
      </Link>
      <button
        type="button"
        className={styles.remove}
        data-testid="delete-item"
        title={messages.document.remove}
        onClick={() => onDelete(document)}
      >
        <TrashIcon size={16} />
        <span className="visually-hidden">{messages.list.remove(name)}</span>
      </button>
    </li>
  );
});
