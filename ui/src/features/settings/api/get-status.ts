import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/http';
import type { ServerStatus } from '../../../api/types';

export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: ({ signal }) => request<ServerStatus>('/status', { signal }),
  refetchInterval: 10_000,
  retry: false,
});
