import { memo } from 'react';
import type { ChunkView } from '../../../domain/chunks';
import { messages } from '../../../messages';
import styles from './chunk-list.module.css';

export const ChunkItem = memo(function Item({ chunk, ended }: { chunk: ChunkView; ended: boolean }) {
  const { index, firstPage, lastPage, section, status, summary } = chunk;
  return (
    <li className={styles.chunk} data-testid="chunk-item" data-index={index} data-state={status}>
      <p className={styles.place}>
        <span>{messages.chunks.name(index)}</span>
        {firstPage !== null && <span>{messages.chunks.pages(firstPage, lastPage)}</span>}
        {section && <span className={styles.section}>{section}</span>}
      </p>
      {status === 'done' ? (
        <p className={styles.text}>{summary}</p>
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
