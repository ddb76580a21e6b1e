import { request } from '../../../api/http';
import type { Document } from '../../../api/types';

export const retryDocument = (id: string): Promise<Document> =>
  request<Document>(`/documents/${encodeURIComponent(id)}/retry`, { method: 'POST' });
