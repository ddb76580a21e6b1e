import { useState } from 'react';
import type { ChunkView } from '../../../domain/chunks';
import { messages } from '../../../messages';
import styles from './chunk-list.module.css';
import { ChunkItem } from './chunk-item';
import { ChunkMap } from './chunk-map';

const AT_FIRST = 200;

/** Every part with its summary, in the order of the document, filling in as they are done. */
export function ChunkList({ chunks, ended }: { chunks: ChunkView[]; ended: boolean }) {
  const [all, setAll] = useState(false);
  if (chunks.length === 0) return null;
  const done = chunks.reduce((count, chunk) => count + (chunk.status === 'done' ? 1 : 0), 0);
  return (
    <section className={styles.chunks}>
      <div className={styles.head}>
        <h2>{messages.chunks.title}</h2>
        <span className={styles.count}>{messages.chunks.count(done, chunks.length)}</span>
      </div>
      {chunks.length > 1 && <ChunkMap chunks={chunks} />}
      <ol>
        {(all ? chunks : chunks.slice(0, AT_FIRST)).map((chunk) => (
          <ChunkItem key={chunk.index} chunk={chunk} ended={ended} />
        ))}
      </ol>
      {chunks.length > AT_FIRST && (
        <button type="button" className="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? messages.chunks.showFewer : messages.chunks.showAll(chunks.length)}
        </button>
      )}
    </section>
  );
}
