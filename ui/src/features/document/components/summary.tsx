import type { Document } from '../../../api/types';
import { PrintIcon } from '../../../components/icons';
import { summaryLanguage } from '../../../domain/summary-language';
import { withoutReferenceAddresses } from '../../../lib/source-link';
import { messages } from '../../../messages';
import { summaryLink, type SummaryFormat } from '../api/download-links';
import { CopyButton } from './copy-button';
import styles from './summary.module.css';
import { SummaryText } from './summary-text';

const FORMATS: SummaryFormat[] = ['md', 'txt', 'docx', 'pdf', 'json'];

export function Summary({ document, summary }: { document: Document; summary: string }) {
  const { id, structure } = document;
  return (
    <section className={styles.summary} data-testid="summary">
      <div className={styles.head}>
        <h2>{messages.summary.title}</h2>
        <span className={styles.tools}>
          <CopyButton text={withoutReferenceAddresses(summary)} />
          <button type="button" className="button" data-size="small" data-testid="print" onClick={() => window.print()}>
            <PrintIcon size={16} />
            {messages.summary.print}
          </button>
        </span>
      </div>
      <div className={styles.text} lang={summaryLanguage(document)} dir="auto">
        <SummaryText summary={summary} structure={structure} />
      </div>
      <nav className={styles.exports} aria-labelledby="exports-title">
        <span id="exports-title">{messages.summary.exports}</span>
        {FORMATS.map((format) => (
          <a key={format} href={summaryLink(id, format)} download data-testid={`export-${format}`}>
            {messages.summary.formats[format]}
          </a>
        ))}
      </nav>
    </section>
  );
}
