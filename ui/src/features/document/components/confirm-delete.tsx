import { useMutation } from '@tanstack/react-query';
import type { Document } from '../../../api/types';
import { Dialog } from '../../../components/dialog';
import { PendingButton } from '../../../components/pending-button';
import { messages, problemText } from '../../../messages';
import { deleteDocument } from '../api/delete-document';
import styles from './confirm-delete.module.css';

interface ConfirmProps {
  document: Document;
  onKeep: () => void;
  onDeleted: () => void;
}

export function ConfirmDelete({ document, onKeep, onDeleted }: ConfirmProps) {
  const remove = useMutation({ mutationFn: () => deleteDocument(document.id), onSuccess: onDeleted });
  return (
    <Dialog title={messages.remove.title} onClose={onKeep}>
      <p className={styles.text}>{messages.remove.text(document.name)}</p>
      {remove.isError && (
        <p className={styles.problem} role="alert">
          {problemText(remove.error)}
        </p>
      )}
      <div className={styles.buttons}>
        <button type="button" className="button" onClick={onKeep}>
          {messages.remove.keep}
        </button>
        <PendingButton
          data-kind="danger"
          data-testid="confirm-delete"
          pending={remove.isPending}
          onClick={() => remove.mutate()}
        >
          {messages.remove.confirm}
        </PendingButton>
      </div>
    </Dialog>
  );
}
