import { type CSSProperties, memo, type Ref } from 'react';
import { HeadedText } from '../../../components/headed-text';
import { PageIcon } from '../../../components/icons';
import type { ChunkView } from '../../../domain/chunks';
import { Link } from '../../../lib/router';
import { sourceLink } from '../../../lib/source-link';
import { messages } from '../../../messages';
import styles from './chunk-list.module.css';

interface ItemProps {
  chunk: ChunkView;
  ended: boolean;
  /** Whether its text is open beside the summary. */
  open: boolean;
  /** Whether its summary is the document's, which stands above. */
  told?: boolean;
  /** The language of its summary, where that is known. */
  language: string | undefined;
  /** How many there are, where not all of them are on the page. */
  total?: number;
  ref?: Ref<HTMLLIElement>;
  style?: CSSProperties;
}

export const ChunkItem = memo(function Item({ chunk, ended, open, told, language, total, ref, style }: ItemProps) {
  const { index, firstPage, lastPage, section, status, summary } = chunk;
  return (
    <li
      ref={ref}
      style={style}
      id={`chunk-${index}`}
      tabIndex={-1}
      className={styles.chunk}
      data-testid="chunk-item"
      data-index={index}
      data-state={status}
      data-open={open}
      aria-setsize={total}
      aria-posinset={total && index + 1}
    >
      <div className={styles.place}>
        <span>{messages.chunks.name(index)}</span>
        {firstPage !== null && <span>{messages.chunks.pages(firstPage, lastPage)}</span>}
        {section && <span className={styles.section}>{section}</span>}
        <Link
          href={sourceLink(index)}
          keepScroll
          className={styles.open}
          data-testid="chunk-text"
          aria-current={open ? 'true' : undefined}
        >
          <PageIcon size={15} />
          {messages.chunks.text}
          <span className="visually-hidden">{messages.source.refers(index)}</span>
        </Link>
      </div>
      {status === 'done' ? (
        !told && (
          <p className={styles.text} lang={language} dir="auto">
            <HeadedText text={summary ?? ''} bold />
          </p>
        )
      ) : (
        <p className={styles.pending} data-ended={ended}>
          <span className={ended ? undefined : 'visually-hidden'}>
            {ended ? messages.chunks.stopped : messages.chunks.pending}
          </span>
        </p>
      )}
    </li>
  );
});
