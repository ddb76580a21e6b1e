import type { ApiError } from '../api/http';
import { en } from './en';

/** The texts of the language in use; another language is another object of the same shape. */
export const messages = en;

/** A refused request in a sentence: the server's, which knows the case, or ours for its code. */
export function problemText(error: unknown): string {
  const { code = '', detail = '' } = error as Partial<ApiError>;
  return detail || messages.problems[code] || messages.problemFallback;
}
