import { request } from '../../../api/http';

export const deleteDocument = (id: string): Promise<void> =>
  request<void>(`/documents/${encodeURIComponent(id)}`, { method: 'DELETE' });
