import { STAGES, type Document, type Stage } from '../api/types';

export type StageState = 'done' | 'active' | 'waiting' | 'failed' | 'cancelled';

/** How each stage stands, from the document's own status: the same after a reload as live. */
export function stageStates(document: Pick<Document, 'status' | 'stage'>): Record<Stage, StageState> {
  const at = STAGES.indexOf(document.stage);
  return Object.fromEntries(STAGES.map((stage, index) => [stage, stateOf(index - at, document.status)])) as Record<
    Stage,
    StageState
  >;
}

function stateOf(distance: number, status: Document['status']): StageState {
  if (status === 'completed' || distance < 0) return 'done';
  if (distance > 0) return 'waiting';
  if (status === 'failed' || status === 'cancelled') return status;
  return 'active';
}
