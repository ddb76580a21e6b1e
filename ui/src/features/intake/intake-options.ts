export interface IntakeOptions {
  length: string;
  language: string;
  focus: string;
}

export const DEFAULT_LENGTHS = ['short', 'medium', 'long'];
export const FOCUS_MAX = 500;

export const defaultOptions: IntakeOptions = { length: 'medium', language: 'auto', focus: '' };

/** Languages offered by name; the API takes any BCP 47 tag. */
export const LANGUAGES = [
  'en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'uk', 'ru', 'tr', 'ar', 'hi', 'zh', 'ja', 'ko',
]; // prettier-ignore

const KEY = 'document-pipeline.options';

/** The options of last time; the focus is meant for one document and starts empty. */
export function loadOptions(): IntakeOptions {
  try {
    const saved = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<IntakeOptions>;
    return {
      ...defaultOptions,
      length: saved.length ?? defaultOptions.length,
      language: saved.language ?? defaultOptions.language,
    };
  } catch {
    return defaultOptions;
  }
}

export function saveOptions({ length, language }: IntakeOptions): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ length, language }));
  } catch {
    // A browser that keeps nothing forgets the options; nothing else is lost.
  }
}
