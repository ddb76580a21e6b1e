import type { DocumentError } from '../api/types';

/** The one thing to do about a failure: ask again, take another file, or tell whoever runs the server. */
export type FailureAction = 'retry' | 'choose' | 'operator';

const OPERATOR = new Set(['llm-auth', 'poisoned']);

/** What helps, by the error's code; a document that may not be tried again never says to. */
export function failureAction({ code, retryable }: Pick<DocumentError, 'code' | 'retryable'>): FailureAction {
  if (OPERATOR.has(code)) return 'operator';
  return retryable ? 'retry' : 'choose';
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
