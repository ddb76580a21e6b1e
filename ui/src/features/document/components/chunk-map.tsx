import type { ChunkView } from '../../../domain/chunks';
import styles from './chunk-list.module.css';

const CELLS = 120;

/** The whole document at a glance: a cell for each part (or group of parts), the fuller the more of it is done. */
export function ChunkMap({ chunks }: { chunks: ChunkView[] }) {
  const cells = Math.min(CELLS, chunks.length);
  const done = Array.from({ length: cells }, () => 0);
  const size = Array.from({ length: cells }, () => 0);
  chunks.forEach((chunk, index) => {
    const cell = Math.floor((index * cells) / chunks.length);
    size[cell]!++;
    if (chunk.status === 'done') done[cell]!++;
  });
  return (
    <div className={styles.map} aria-hidden="true">
      {done.map((count, cell) => (
        // eslint-disable-next-line react/no-array-index-key -- a cell is its place
        <span key={cell}>
          <span style={{ opacity: count / size[cell]! }} />
        </span>
      ))}
    </div>
  );
}
