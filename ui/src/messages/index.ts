import type { ApiError } from '../api/http';
import type { DocumentError } from '../api/types';
import { setFormatLocale } from '../lib/format';
import { type Locale, regional } from '../lib/locale';
import { en, type ErrorText } from './en';

/** Every language has the same texts, and its functions take the same values. */
export type Messages = typeof en;

/** The texts of the language in use; set once, before anything is drawn. */
export let messages: Messages = en;
let current: Locale = 'en';

const others: Record<Exclude<Locale, 'en'>, () => Promise<Messages>> = {
  de: () => import('./de').then(({ de }) => de),
};

/** Takes another language into use. English stays where its texts cannot be fetched. */
export async function loadMessages(locale: Locale): Promise<void> {
  try {
    messages = locale === 'en' ? en : await others[locale]();
    current = locale;
  } catch {
    messages = en;
    current = 'en';
  }
  setFormatLocale(regional(current));
  document.documentElement.lang = current;
}

export const currentLocale = (): Locale => current;

/**
 * A refused request in a sentence: the server's, which knows the case, or ours for its code. The server speaks English,
 * so in another language ours goes first.
 */
export function problemText(error: unknown): string {
  const { code = '', detail = '' } = error as Partial<ApiError>;
  const ours = messages.problems[code];
  return (current === 'en' ? detail || ours : ours || detail) || messages.problemFallback;
}

/** Why a document failed and what to do: ours for its code, or the server's title for one that this page does not know. */
export function failureText({ code, title }: Pick<DocumentError, 'code' | 'title'>): ErrorText {
  const known: Partial<Record<string, ErrorText>> = messages.failures;
  return known[code] ?? { ...messages.failureFallback, title };
}
