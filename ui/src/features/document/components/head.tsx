import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Document } from '../../../api/types';
import { BackIcon, DownloadIcon, RetryIcon, StopIcon, TrashIcon } from '../../../components/icons';
import { StatusBadge } from '../../../components/status-badge';
import { isEnded } from '../../../domain/apply-event';
import { formatAgo, formatBytes, formatMoment, kindOf } from '../../../lib/format';
import { homePath, Link } from '../../../lib/router';
import { useNow } from '../../../lib/use-now';
import { messages, problemText } from '../../../messages';
import { cancelDocument } from '../api/cancel-document';
import { originalLink } from '../api/download-links';
import { retryDocument } from '../api/retry-document';
import { ConfirmDelete } from './confirm-delete';
import styles from './head.module.css';

interface HeadProps {
  document: Document;
  onChanged: (document: Document) => void;
  onDeleted: () => void;
}

/** What it is and what can be done with it. */
export function Head({ document, onChanged, onDeleted }: HeadProps) {
  const { id, status, error } = document;
  const [asking, setAsking] = useState(false);
  const cancel = useMutation({ mutationFn: () => cancelDocument(id), onSuccess: onChanged });
  const retry = useMutation({ mutationFn: () => retryDocument(id), onSuccess: onChanged });
  const problem = cancel.error ?? retry.error;
  const retryable = status === 'cancelled' || (status === 'failed' && error?.retryable);
  return (
    <header className={styles.head}>
      <Link href={homePath} className={styles.back}>
        <BackIcon size={16} />
        {messages.allDocuments}
      </Link>
      <h1>{document.name}</h1>
      <p className={styles.meta}>
        <StatusBadge status={status} testId="document-status" />
        <Facts document={document} />
      </p>
      <div className={styles.actions} role="group" aria-label={messages.document.actions}>
        {retryable && (
          <button
            type="button"
            className="button"
            data-kind="primary"
            data-testid="retry"
            disabled={retry.isPending}
            onClick={() => retry.mutate()}
          >
            <RetryIcon size={18} />
            {messages.document.retry}
          </button>
        )}
        {!isEnded(document) && (
          <button
            type="button"
            className="button"
            data-testid="cancel"
            disabled={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            <StopIcon size={18} />
            {messages.document.stop}
          </button>
        )}
        <a className="button" href={originalLink(id)} download data-testid="original">
          <DownloadIcon size={18} />
          {messages.document.original}
        </a>
        <button type="button" className="button" data-kind="quiet" data-testid="delete" onClick={() => setAsking(true)}>
          <TrashIcon size={18} />
          {messages.document.remove}
        </button>
      </div>
      {problem && (
        <p className={styles.problem} role="alert" data-testid="error">
          {problemText(problem)}
        </p>
      )}
      {asking && <ConfirmDelete document={document} onKeep={() => setAsking(false)} onDeleted={onDeleted} />}
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
