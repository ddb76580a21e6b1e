import type { ReactNode } from 'react';
import { Link, useSearch } from '../lib/router';
import { openedPage, openedPart, referredPage, sourceLink } from '../lib/source-link';
import { currentLocale, messages } from '../messages';
import styles from './source-ref.module.css';

/** A reference to what a sentence rests on; opens the text of that part, and leads to the page that it names. */
export function SourceRef({ index, children }: { index: number; children: ReactNode }) {
  const search = useSearch();
  const page = typeof children === 'string' ? referredPage(children) : null;
  const shown = openedPage(search);
  const open = openedPart(search, Infinity) === index && (shown === null || shown === page);
  return (
    <Link
      href={sourceLink(index, page)}
      keepScroll
      // Its words are the page's own, whatever language the text around it is in.
      lang={currentLocale()}
      className={styles.reference}
      data-testid="source-ref"
      data-index={index}
      aria-current={open ? 'true' : undefined}
    >
      {typeof children === 'string' ? messages.source.label(children) : children}
      <span className="visually-hidden">{messages.source.refers(index)}</span>
    </Link>
  );
}
