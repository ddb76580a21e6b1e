import type { DocumentError } from '../api/types';

/** The one thing to do about a failure: ask again, take another file, or tell whoever runs the server. */
export type FailureAction = 'retry' | 'choose' | 'operator';

/** What helps most by the code alone; of every other it depends on whether it may be tried again. */
const ACTIONS: { [Code in DocumentError['code']]?: FailureAction } = {
  'llm-auth': 'operator',
  poisoned: 'operator',
  // It may be tried again, for another model may be in use by then; the same one refuses it again.
  'llm-refused': 'choose',
};

/** What helps; a document that may not be tried again never says to. */
export function failureAction({ code, retryable }: Pick<DocumentError, 'code' | 'retryable'>): FailureAction {
  return ACTIONS[code] ?? (retryable ? 'retry' : 'choose');
}

/** What whoever runs the server needs to find a failure in its log. */
export function failureDetails(document: {
  id: string;
  name: string;
  finishedAt: string | null;
  error: DocumentError | null;
}): string {
  const { id, name, finishedAt, error } = document;
  return [
    `Document: ${id} (${name})`,
    `Error: ${error?.code} in ${error?.stage}`,
    `Detail: ${error?.detail}`,
    `Time: ${finishedAt}`,
  ].join('\n');
}
