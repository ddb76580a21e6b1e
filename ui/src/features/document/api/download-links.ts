export type SummaryFormat = 'md' | 'txt' | 'docx' | 'pdf' | 'json';

export const summaryLink = (id: string, format: SummaryFormat): string =>
  `/api/documents/${encodeURIComponent(id)}/summary?format=${format}`;

export const originalLink = (id: string): string => `/api/documents/${encodeURIComponent(id)}/original`;

/** The original PDF in the browser's own viewer, open at a page. */
export const pageLink = (id: string, page: number): string =>
  `/api/documents/${encodeURIComponent(id)}/pdf#page=${page}`;
