import { request } from '../../../api/http';
import type { Document } from '../../../api/types';

/** How far a document is that was sent from here. */
export const getProgress = (id: string): Promise<Document> => request<Document>(`/documents/${encodeURIComponent(id)}`);
