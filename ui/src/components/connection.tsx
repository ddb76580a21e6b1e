import { useNow } from '../lib/use-now';
import { retryAllNow, useConnection } from '../live/connections';
import { messages } from '../messages';
import styles from './connection.module.css';

/** Whether what is shown is live, in a word. */
export function ConnectionState() {
  const connection = useConnection();
  return (
    <span className={styles.state} data-testid="connection-state" data-state={connection.kind} role="status">
      {messages.connection.label(connection)}
    </span>
  );
}

/** Why it is not, when it goes on, and a way to hurry. */
export function ConnectionBanner() {
  const connection = useConnection();
  if (connection.kind === 'ended' && connection.reason === 'refused') {
    return (
      <div className={styles.banner}>
        <p role="status">{messages.connection.endings.refused}</p>
        <button type="button" className="button" data-size="small" onClick={() => window.location.reload()}>
          {messages.reload}
        </button>
      </div>
    );
  }
  if (connection.kind !== 'waiting') return null;
  return (
    <div className={styles.banner}>
      <p>
        <span role="status">{messages.connection.interruptions[connection.reason]}</span>{' '}
        <Countdown key={connection.retryAt} until={connection.retryAt} />
      </p>
      <button type="button" className="button" data-size="small" onClick={retryAllNow}>
        {messages.connection.tryNow}
      </button>
    </div>
  );
}

function Countdown({ until }: { until: number }) {
  const now = useNow(500);
  return (
    <span className={styles.count}>{messages.connection.retryIn(Math.max(0, Math.ceil((until - now) / 1000)))}</span>
  );
}
