import type { Document } from '../../../api/types';
import { isEnded } from '../../../domain/apply-event';
import type { Activity } from '../../../domain/document-reducer';
import { useState } from 'react';
import { useNow } from '../../../lib/use-now';
import { messages } from '../../../messages';
import styles from './progress-line.module.css';

/** What is being done, how far it is, and how long it will take. */
export function ProgressLine({ document, activity }: { document: Document; activity: Activity }) {
  const { percent, etaSeconds } = document.progress;
  if (isEnded(document)) return <Took document={document} />;
  return (
    <div className={styles.line}>
      <p className={styles.text}>
        <span>{messages.stages.now[document.stage]}</span>
        <span className={styles.numbers}>
          {etaSeconds !== null && <span>{messages.progress.left(etaSeconds)}</span>}
          <strong>{messages.progress.percent(percent)}</strong>
        </span>
      </p>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label={messages.progress.label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        data-testid="progress"
      >
        <span style={{ transform: `scaleX(${percent / 100})` }} />
      </div>
      {activity.retry && <Retry key={activity.retry.seq} retry={activity.retry} />}
    </div>
  );
}

function Took({ document: { startedAt, finishedAt, status } }: { document: Document }) {
  if (status !== 'completed' || !startedAt || !finishedAt) return null;
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  return (
    <p className={styles.took} data-testid="progress">
      {messages.progress.took(Math.max(0, seconds))}
    </p>
  );
}

/** Counts down from the moment it was told, by this device's own clock. */
function Retry({ retry }: { retry: NonNullable<Activity['retry']> }) {
  const now = useNow(1_000);
  const [until] = useState(() => Date.now() + retry.inSeconds * 1000);
  return (
    <p className={styles.retry} data-testid="retrying">
      {messages.progress.retrying(retry.reason, Math.max(0, Math.ceil((until - now) / 1000)))}
    </p>
  );
}
