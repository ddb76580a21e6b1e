import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/http';
import type { Settings } from '../../../api/types';

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => request<Settings>('/settings', { signal }),
  staleTime: 5 * 60_000,
});
