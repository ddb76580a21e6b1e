import type { ReactNode } from 'react';
import { passFocusOn } from '../lib/pass-focus-on';
import type { Script } from '../lib/script';
import { messages } from '../messages';
import styles from './missing-part.module.css';

interface MissingProps {
  part: Script<unknown>;
  /** Closes what it stands in. */
  children?: ReactNode;
}

/** That a part of the page could not be fetched, and what to do: ask again, or take the server's newest page. */
export function MissingPart({ part, children }: MissingProps) {
  return (
    <div className={styles.missing} role="alert" data-testid="missing-part">
      <p>{messages.missingPart}</p>
      <div className={styles.buttons}>
        <button ref={passFocusOn} type="button" className="button" data-size="small" onClick={part.fetch}>
          {messages.tryAgain}
        </button>
        <button type="button" className="button" data-size="small" onClick={() => window.location.reload()}>
          {messages.reload}
        </button>
        {children}
      </div>
    </div>
  );
}
