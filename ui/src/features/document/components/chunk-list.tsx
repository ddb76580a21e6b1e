import { MissingPart } from '../../../components/missing-part';
import type { ChunkView } from '../../../domain/chunks';
import { script, useScript } from '../../../lib/script';
import { messages } from '../../../messages';
import styles from './chunk-list.module.css';
import { ChunkItem } from './chunk-item';
import { ChunkMap } from './chunk-map';

/** Up to here all are on the page, where the browser's own search and the printer find them. */
const ALL_UP_TO = 300;

// Only few documents are as long as that.
const virtualChunks = script(() => import('./virtual-chunks'));

export interface ChunksProps {
  chunks: ChunkView[];
  ended: boolean;
  /** The index of the part whose text is open. */
  opened: number | null;
  /** The language that the summaries are written in, where that is known. */
  language: string | undefined;
}

interface ListProps extends ChunksProps {
  /** Whether the document's own summary is there: that of its only part says the same. */
  summarized: boolean;
}

/** Every part with its summary, in the order of the document, filling in as they are done. */
export function ChunkList({ summarized, ...props }: ListProps) {
  const { chunks, ended, opened, language } = props;
  if (chunks.length === 0) return null;
  const done = chunks.reduce((count, chunk) => count + (chunk.status === 'done' ? 1 : 0), 0);
  return (
    <section className={styles.chunks} aria-labelledby="chunks-title">
      <div className={styles.head}>
        <h2 id="chunks-title">{messages.chunks.title}</h2>
        <span className={styles.count}>{messages.chunks.count(done, chunks.length)}</span>
      </div>
      {chunks.length > 1 && <ChunkMap chunks={chunks} />}
      {chunks.length > ALL_UP_TO ? (
        <LongList {...props} />
      ) : (
        <ol>
          {chunks.map((chunk) => (
            <ChunkItem
              key={chunk.index}
              chunk={chunk}
              ended={ended}
              open={chunk.index === opened}
              told={summarized && chunks.length === 1}
              language={language}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

function LongList(props: ChunksProps) {
  const state = useScript(virtualChunks);
  if (state.kind === 'missing') return <MissingPart part={virtualChunks} />;
  if (state.kind === 'fetching') return <p className={styles.count}>{messages.chunks.loading}</p>;
  const { default: VirtualChunks } = state.value;
  return <VirtualChunks {...props} />;
}
