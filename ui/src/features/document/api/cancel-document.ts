import { request } from '../../../api/http';
import type { Document } from '../../../api/types';

export const cancelDocument = (id: string): Promise<Document> =>
  request<Document>(`/documents/${encodeURIComponent(id)}/cancel`, { method: 'POST' });
