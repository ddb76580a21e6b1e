import { type Document, type Stage, STAGES } from '../../../api/types';
import { CheckIcon, CrossIcon, StopIcon } from '../../../components/icons';
import type { Activity } from '../../../domain/document-reducer';
import { stageStates, type StageState } from '../../../domain/stages';
import { formatBytes } from '../../../lib/format';
import { messages } from '../../../messages';
import styles from './pipeline.module.css';

/** The way of a document, stage by stage, and what each has found. */
export function Pipeline({ document, activity }: { document: Document; activity: Activity }) {
  const states = stageStates(document);
  return (
    <ol className={styles.pipeline} aria-label={messages.stages.label}>
      {STAGES.map((stage) => {
        const state = states[stage];
        return (
          <li
            key={stage}
            className={styles.stage}
            data-testid={`stage-${stage}`}
            data-state={state}
            aria-current={state === 'active' ? 'step' : undefined}
          >
            <span className={styles.mark}>
              <Mark state={state} />
            </span>
            <span className={styles.name}>{messages.stages.names[stage]}</span>
            <span className="visually-hidden">{messages.stages.states[state]}</span>
            <span className={styles.fact}>{factOf(stage, state, document, activity)}</span>
          </li>
        );
      })}
    </ol>
  );
}

function Mark({ state }: { state: StageState }) {
  if (state === 'done') return <CheckIcon size={16} />;
  if (state === 'failed') return <CrossIcon size={16} />;
  if (state === 'cancelled') return <StopIcon size={14} />;
  return null;
}

function factOf(stage: Stage, state: StageState, document: Document, { pages, groups }: Activity): string | null {
  const { chunksDone, chunksTotal } = document.progress;
  if (state === 'waiting') return null;
  switch (stage) {
    case 'store':
      return document.bytes === null ? null : formatBytes(document.bytes);
    case 'extract':
      if (document.pages !== null) return messages.stages.pages(document.pages);
      return pages && messages.stages.pageOf(pages.done, pages.total);
    case 'split':
      return chunksTotal === null || state !== 'done' ? null : messages.stages.parts(chunksTotal);
    case 'summarize':
      return chunksTotal ? messages.stages.partsOf(chunksDone ?? 0, chunksTotal) : null;
    case 'combine':
      return state === 'active' && groups ? messages.stages.partsOf(groups.done, groups.total) : null;
    default:
      return null;
  }
}
