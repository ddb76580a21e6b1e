import { useMutation } from '@tanstack/react-query';
import type { Document } from '../../../api/types';
import { RetryIcon } from '../../../components/icons';
import { PendingButton } from '../../../components/pending-button';
import { focusTitle } from '../../../lib/focus-title';
import { messages, problemText } from '../../../messages';
import { retryDocument } from '../api/retry-document';
import styles from './failure.module.css';

interface RetryProps {
  id: string;
  primary: boolean;
  onChanged: (document: Document) => void;
}

export function RetryButton({ id, primary, onChanged }: RetryProps) {
  const retry = useMutation({
    mutationFn: () => retryDocument(id),
    onSuccess: (document) => {
      focusTitle();
      onChanged(document);
    },
  });
  return (
    <>
      <PendingButton
        data-kind={primary ? 'primary' : undefined}
        data-size={primary ? undefined : 'small'}
        data-testid="retry"
        pending={retry.isPending}
        onClick={() => retry.mutate()}
      >
        <RetryIcon size={18} />
        {messages.document.retry}
      </PendingButton>
      {retry.error && (
        <p className={styles.problem} role="alert">
          {problemText(retry.error)}
        </p>
      )}
    </>
  );
}
