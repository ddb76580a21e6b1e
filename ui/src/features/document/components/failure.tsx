import type { Document } from '../../../api/types';
import { WarnIcon } from '../../../components/icons';
import { homePath, Link } from '../../../lib/router';
import { messages } from '../../../messages';
import styles from './failure.module.css';

/** Why a document failed: what happened, the server's own sentence, and what to do now. */
export function Failure({ document: { status, error } }: { document: Document }) {
  if (status === 'cancelled') return <p className={styles.calm}>{messages.document.cancelled}</p>;
  if (status !== 'failed' || !error) return null;
  const text = messages.failures[error.code] ?? { ...messages.failureFallback, title: error.title };
  return (
    <section className={styles.failure} role="alert" data-testid="error" data-code={error.code}>
      <WarnIcon size={22} />
      <div>
        <h2>{text.title}</h2>
        {error.detail && <p>{error.detail}</p>}
        <p className={styles.advice}>{text.advice}</p>
        {!error.retryable && (
          <Link href={homePath} className="button" data-size="small">
            {messages.chooseAnother}
          </Link>
        )}
      </div>
    </section>
  );
}
