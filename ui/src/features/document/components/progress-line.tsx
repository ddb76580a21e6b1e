import { useState } from 'react';
import { serverNow } from '../../../api/http';
import type { Document } from '../../../api/types';
import { isEnded } from '../../../domain/apply-event';
import type { Activity } from '../../../domain/document-reducer';
import { waitingOf } from '../../../domain/waiting';
import { formatMoment } from '../../../lib/format';
import { useEta } from '../../../lib/use-eta';
import { useNow } from '../../../lib/use-now';
import { messages } from '../../../messages';
import styles from './progress-line.module.css';

/** What is being done, how far it is, how long it will take, and what it waits for. */
export function ProgressLine({ document, activity }: { document: Document; activity: Activity }) {
  if (isEnded(document)) return <Took document={document} />;
  return <Working document={document} activity={activity} />;
}

function Working({ document, activity }: { document: Document; activity: Activity }) {
  const { percent, etaSeconds, chunksDone, chunksTotal } = document.progress;
  const eta = useEta(etaSeconds, `${etaSeconds} ${chunksDone} ${percent}`);
  useNow(1_000);
  const waiting = waitingOf(activity, serverNow());
  const remaining = (chunksTotal ?? 0) - (chunksDone ?? 0);
  // While the model is away nothing gets on, however few parts have asked it in vain.
  const stuck = waiting !== null && (waiting.outage || waiting.count >= Math.max(1, remaining));
  const why = waiting && messages.progress.waiting(waiting);
  const [last, setLast] = useState(why);
  if (why !== null && why !== last) setLast(why);
  return (
    <div className={styles.line}>
      <p className={styles.text}>
        <span>{messages.stages.now[document.stage]}</span>
        <span className={styles.numbers}>
          {eta !== null && !stuck && <span>{messages.progress.left(eta)}</span>}
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
      {/* Once it was there its room stays: what is below would jump with every pause. */}
      {last !== null && (
        <p className={styles.retry} data-testid={why === null ? undefined : 'retrying'} data-past={why === null}>
          {last}
        </p>
      )}
    </div>
  );
}

function Took({ document: { startedAt, finishedAt, status, attempt } }: { document: Document }) {
  if (status !== 'completed' || !startedAt || !finishedAt) return null;
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  return (
    <p className={styles.took} data-testid="progress">
      {attempt > 1
        ? messages.progress.finishedAt(formatMoment(finishedAt))
        : messages.progress.took(Math.max(0, seconds))}
    </p>
  );
}
