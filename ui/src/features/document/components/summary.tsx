import { lazy, Suspense, useEffect, useState } from 'react';
import type { Document } from '../../../api/types';
import { CheckIcon, CopyIcon } from '../../../components/icons';
import { messages } from '../../../messages';
import { summaryLink, type SummaryFormat } from '../api/download-links';
import styles from './summary.module.css';

// Markdown is a third of the page's script and only needed where there is a summary.
const Markdown = lazy(() => import('../../../components/markdown'));

const FORMATS: SummaryFormat[] = ['md', 'txt', 'docx', 'pdf', 'json'];

export function Summary({ document, summary }: { document: Document; summary: string }) {
  return (
    <section className={styles.summary} data-testid="summary">
      <div className={styles.head}>
        <h2>{messages.summary.title}</h2>
        <CopyButton text={summary} />
      </div>
      <div className={styles.text} lang={document.options.language === 'auto' ? undefined : document.options.language}>
        <Suspense fallback={<p>{messages.summary.loading}</p>}>
          <Markdown text={summary} />
        </Suspense>
      </div>
      <nav className={styles.exports} aria-label={messages.summary.exports}>
        {FORMATS.map((format) => (
          <a key={format} href={summaryLink(document.id, format)} download data-testid={`export-${format}`}>
            {messages.summary.formats[format]}
          </a>
        ))}
      </nav>
    </section>
  );
}

function CopyButton({ text }: { text: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2_500);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('failed');
    }
  }

  const label = { idle: messages.summary.copy, copied: messages.summary.copied, failed: messages.summary.copyFailed };
  return (
    <button type="button" className="button" data-size="small" data-testid="copy" onClick={() => void copy()}>
      {state === 'copied' ? <CheckIcon size={16} /> : <CopyIcon size={16} />}
      <span role="status">{label[state]}</span>
    </button>
  );
}
