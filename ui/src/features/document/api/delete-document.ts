import { ApiError, request } from '../../../api/http';

/** Deletes a document; one that somebody else deleted before is as gone as it should be. */
export async function deleteDocument(id: string): Promise<void> {
  try {
    await request<void>(`/documents/${encodeURIComponent(id)}`, { method: 'DELETE' });
  } catch (error) {
    if (!(error instanceof ApiError && error.notFound)) throw error;
  }
}
