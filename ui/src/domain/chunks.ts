import type { Chunk } from '../api/types';
import type { DocumentState } from './document-reducer';

export interface ChunkView extends Omit<Chunk, 'tokens'> {
  tokens: number | null;
}

/** The chunks in the order of the document: those told of, and a pending one for each that is only counted. */
export function chunksOf(state: DocumentState): ChunkView[] {
  const total = state.view?.progress.chunksTotal ?? 0;
  return Array.from(
    { length: total },
    (_, index) =>
      state.known.get(index) ?? {
        index,
        firstPage: null,
        lastPage: null,
        tokens: null,
        status: 'pending',
        summary: null,
      },
  );
}

/** Whether the document has chunks, or summaries of them, that only HTTP can tell (a snapshot comes without them). */
export function lacksChunks(state: DocumentState): boolean {
  const { view } = state;
  if (!view?.progress.chunksTotal) return false;
  let placed = 0;
  let done = 0;
  for (const chunk of state.known.values()) {
    if (chunk.index >= view.progress.chunksTotal) continue;
    if (chunk.placeSeq > 0) placed++;
    if (chunk.status === 'done') done++;
  }
  return placed < view.progress.chunksTotal || done < (view.progress.chunksDone ?? 0);
}
