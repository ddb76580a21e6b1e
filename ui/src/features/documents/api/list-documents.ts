import { infiniteQueryOptions } from '@tanstack/react-query';
import { request } from '../../../api/http';
import type { DocumentPage } from '../../../api/types';
import { type ListPages, reconcilePage } from '../../../domain/reconcile-list';

const PAGE_SIZE = 50;

export const documentsKey = ['documents'] as const;

/** Ids that a deletion was told of: an answer that was already on its way may still name them. */
export const deletedIds = new Set<string>();

export const documentsQuery = infiniteQueryOptions({
  queryKey: documentsKey,
  queryFn: async ({ pageParam, signal, client }) => {
    const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
    if (pageParam) query.set('cursor', pageParam);
    const page = await request<DocumentPage>(`/documents?${query}`, { signal });
    return reconcilePage(page, client.getQueryData<ListPages>(documentsKey), deletedIds, !pageParam);
  },
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});
