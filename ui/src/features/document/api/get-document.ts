import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/http';
import type { Document } from '../../../api/types';

/** One document with its chunks. */
export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: ['document', id] as const,
    queryFn: () => request<Document>(`/documents/${encodeURIComponent(id)}`),
    // Its session says when to read, and tries again by itself.
    staleTime: 0,
    retry: false,
    structuralSharing: false,
  });
