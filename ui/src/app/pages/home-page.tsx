import type { Document, Settings } from '../../api/types';
import { Intake } from '../../features/intake/components/intake';
import { messages } from '../../messages';
import styles from './home-page.module.css';

interface PageProps {
  settings: Settings | undefined;
  onAccepted: (document: Document, open: boolean) => void;
}

export function HomePage(props: PageProps) {
  return (
    <>
      <title>{messages.product}</title>
      <h1 className={styles.title}>
        {messages.home.title.map((sentence) => (
          <span key={sentence}>{sentence} </span>
        ))}
      </h1>
      <p className={styles.lead}>{messages.home.lead}</p>
      <Intake {...props} />
    </>
  );
}
