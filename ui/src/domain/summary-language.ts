import type { Document } from '../api/types';

/** The language that summaries of the document and of its parts are written in; undefined where that is not known. */
export const summaryLanguage = ({ structure, options }: Pick<Document, 'structure' | 'options'>): string | undefined =>
  structure?.language ?? (options.language === 'auto' ? undefined : options.language);
