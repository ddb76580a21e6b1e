import type { ReactNode } from 'react';
import { Link, useSearch } from '../lib/router';
import { openedPart, sourceLink } from '../lib/source-link';
import { messages } from '../messages';
import styles from './source-ref.module.css';

/** A reference to the part of the document that a sentence rests on; opens that part's text. */
export function SourceRef({ index, children }: { index: number; children: ReactNode }) {
  const open = openedPart(useSearch(), Infinity) === index;
  return (
    <Link
      href={sourceLink(index)}
      keepScroll
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
