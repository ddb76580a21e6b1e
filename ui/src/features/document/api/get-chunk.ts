import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/http';
import type { ChunkWithText } from '../../../api/types';

/** One chunk with its text; texts of a document never change. */
export const chunkQuery = (id: string, index: number) =>
  queryOptions({
    queryKey: ['chunk', id, index] as const,
    queryFn: ({ signal }) => request<ChunkWithText>(`/documents/${encodeURIComponent(id)}/chunks/${index}`, { signal }),
    staleTime: Infinity,
  });
