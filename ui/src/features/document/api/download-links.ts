export type SummaryFormat = 'md' | 'txt' | 'docx' | 'pdf' | 'json';

export const summaryLink = (id: string, format: SummaryFormat): string =>
  `/api/documents/${encodeURIComponent(id)}/summary?format=${format}`;

export const originalLink = (id: string): string => `/api/documents/${encodeURIComponent(id)}/original`;
