import type { Document } from '../../../api/types';
import { WarnIcon } from '../../../components/icons';
import { failureAction, failureDetails } from '../../../domain/failure-action';
import { homePath, Link } from '../../../lib/router';
import { failureText, messages } from '../../../messages';
import { CopyButton } from './copy-button';
import styles from './failure.module.css';
import { RetryButton } from './retry-button';

interface FailureProps {
  document: Document;
  onChanged: (document: Document) => void;
}

/** Why a document failed: what happened, the server's own sentence, and the one thing to do now. */
export function Failure({ document, onChanged }: FailureProps) {
  const { id, status, error } = document;
  if (status === 'cancelled') {
    return (
      <section className={styles.calm}>
        <p>{messages.document.cancelled}</p>
        <RetryButton id={id} primary onChanged={onChanged} />
      </section>
    );
  }
  if (status !== 'failed' || !error) return null;
  const text = failureText(error);
  const action = failureAction(error);
  return (
    <section className={styles.failure} aria-labelledby="failure-title" data-testid="error" data-code={error.code}>
      <WarnIcon size={22} />
      <div>
        {/* Without the buttons: what changes on them would be said as a failure again. */}
        <div role="alert">
          <h2 id="failure-title">{text.title}</h2>
          <p className={styles.advice}>{text.advice}</p>
        </div>
        {error.detail && (
          <p lang="en" className={styles.detail}>
            {error.detail}
          </p>
        )}
        <div className={styles.actions}>
          {action === 'choose' && (
            <Link href={homePath} className="button" data-kind="primary" data-testid="choose-another">
              {messages.chooseAnother}
            </Link>
          )}
          {action === 'operator' && (
            <CopyButton text={failureDetails(document)} label={messages.copyDetails} testId="copy-details" />
          )}
          {error.retryable && <RetryButton id={id} primary={action === 'retry'} onChanged={onChanged} />}
        </div>
      </div>
    </section>
  );
}
