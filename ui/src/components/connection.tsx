import { passFocusOn } from '../lib/pass-focus-on';
import { useNow } from '../lib/use-now';
import { retryAllNow, useConnection } from '../live/connections';
import { messages } from '../messages';
import styles from './connection.module.css';

/** Whether what is shown is live, in a word. */
export function ConnectionState() {
  const connection = useConnection();
  return (
    <span className={styles.state} data-testid="connection-state" data-state={connection.kind}>
      <span>{messages.connection.label(connection)}</span>
    </span>
  );
}

/** Why it is not, when it goes on, and a way to hurry. The region is always there: readers hear what changes in it. */
export function ConnectionBanner() {
  const connection = useConnection();
  const refused = connection.kind === 'ended' && connection.reason === 'refused';
  const waiting = connection.kind === 'waiting' ? connection : null;
  const why = refused ? messages.connection.refused : waiting && messages.connection.interruptions[waiting.reason];
  return (
    <section
      className={why ? styles.banner : undefined}
      aria-label={messages.connection.region}
      data-testid="connection-banner"
    >
      <p className={styles.why}>
        <span role="status">{why}</span> {waiting && <Countdown key={waiting.retryAt} until={waiting.retryAt} />}
      </p>
      {waiting && (
        <button ref={passFocusOn} type="button" className="button" data-size="small" onClick={retryAllNow}>
          {messages.connection.tryNow}
        </button>
      )}
      {refused && (
        <button type="button" className="button" data-size="small" onClick={() => window.location.reload()}>
          {messages.reload}
        </button>
      )}
    </section>
  );
}

function Countdown({ until }: { until: number }) {
  const now = useNow(500);
  return (
    <span className={styles.count}>{messages.connection.retryIn(Math.max(0, Math.ceil((until - now) / 1000)))}</span>
  );
}
