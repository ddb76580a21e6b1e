import type { Document } from '../api/types';

/**
 * The language that summaries of the document and of its parts are in; undefined where that is not known. Until it can be
 * told what they are in, it is the one that was asked for.
 */
export function summaryLanguage({ structure, options }: Pick<Document, 'structure' | 'options'>): string | undefined {
  if (structure) return structure.language ?? undefined;
  return options.language === 'auto' ? undefined : options.language;
}
