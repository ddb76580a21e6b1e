import type { Status } from '../api/types';
import { messages } from '../messages';
import styles from './status-badge.module.css';

export function StatusBadge({ status, testId }: { status: Status; testId?: string }) {
  return (
    <span className={styles.badge} data-status={status} data-testid={testId}>
      {messages.status[status]}
    </span>
  );
}
