import { useQuery } from '@tanstack/react-query';
import { messages } from '../../../messages';
import { statusQuery } from '../api/get-status';
import styles from './outage-banner.module.css';

/** That documents wait for the language model, and that they go on by themselves. */
export function OutageBanner() {
  const { data } = useQuery(statusQuery);
  const outage = data?.model.outage;
  return (
    <div role="status" data-testid="outage">
      {outage && <p className={styles.banner}>{messages.model.outage(new Date(outage.since))}</p>}
    </div>
  );
}
