import type { ReactNode } from 'react';
import styles from './notice.module.css';

interface NoticeProps {
  title: string;
  text: string;
  testId?: string;
  children?: ReactNode;
}

/** A whole view's worth of "there is nothing to show, and this is why". */
export function Notice({ title, text, testId, children }: NoticeProps) {
  return (
    <div className={styles.notice} data-testid={testId} role="status">
      <h1>{title}</h1>
      <p>{text}</p>
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
