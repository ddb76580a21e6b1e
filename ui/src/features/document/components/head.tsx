import { useMutation } from '@tanstack/react-query';
import type { Document } from '../../../api/types';
import { BackIcon, DownloadIcon, StopIcon, TrashIcon } from '../../../components/icons';
import { PendingButton } from '../../../components/pending-button';
import { StatusBadge } from '../../../components/status-badge';
import { isEnded } from '../../../domain/apply-event';
import { focusTitle } from '../../../lib/focus-title';
import { formatAgo, formatBytes, formatMoment, kindOf } from '../../../lib/format';
import { homePath, Link } from '../../../lib/router';
import { useNow } from '../../../lib/use-now';
import { messages, problemText } from '../../../messages';
import { cancelDocument } from '../api/cancel-document';
import { originalLink } from '../api/download-links';
import styles from './head.module.css';

interface HeadProps {
  document: Document;
  onChanged: (document: Document) => void;
  /** Asks whether to delete it. */
  onDelete: () => void;
}

/** What it is and what can be done with it. */
export function Head({ document, onChanged, onDelete }: HeadProps) {
  const { id, status } = document;
  const cancel = useMutation({
    mutationFn: () => cancelDocument(id),
    onSuccess: (changed) => {
      focusTitle();
      onChanged(changed);
    },
  });
  const problem = cancel.error;
  return (
    <header className={styles.head}>
      <Link href={homePath} className={styles.back}>
        <BackIcon size={16} />
        {messages.allDocuments}
      </Link>
      <h1 tabIndex={-1}>{document.name}</h1>
      <p className={styles.meta}>
        <StatusBadge status={status} testId="document-status" />
        <Facts document={document} />
      </p>
      <div className={styles.actions} role="group" aria-label={messages.document.actions}>
        {!isEnded(document) && (
          <PendingButton data-testid="cancel" pending={cancel.isPending} onClick={() => cancel.mutate()}>
            <StopIcon size={18} />
            {messages.document.stop}
          </PendingButton>
        )}
        <a className="button" href={originalLink(id)} download data-testid="original">
          <DownloadIcon size={18} />
          {messages.document.original}
        </a>
        <button type="button" className="button" data-kind="quiet" data-testid="delete" onClick={onDelete}>
          <TrashIcon size={18} />
          {messages.document.remove}
        </button>
      </div>
      {problem && (
        <p className={styles.problem} role="alert" data-testid="error">
          {problemText(problem)}
        </p>
      )}
    </header>
  );
}

function Facts({ document: { mediaType, bytes, pages, attempt, createdAt } }: { document: Document }) {
  const now = useNow(60_000);
  const facts = [
    kindOf(mediaType),
    bytes !== null && formatBytes(bytes),
    pages !== null && messages.stages.pages(pages),
    attempt > 1 && messages.document.attempt(attempt),
  ].filter((fact) => typeof fact === 'string');
  return (
    <>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      <time dateTime={createdAt} title={formatMoment(createdAt)}>
        {messages.document.added(formatAgo(createdAt, now))}
      </time>
    </>
  );
}
