import type { Document, Status } from '../api/types';

/** Which documents a list shows, and in which order. */
export interface ListFilter {
  /** Part of the name, in any case. */
  q: string;
  status: Status | '';
  sort: 'newest' | 'oldest';
}

export const noFilter: ListFilter = { q: '', status: '', sort: 'newest' };

const STATUSES = new Set(['queued', 'processing', 'completed', 'failed', 'cancelled']);

export const isFiltered = ({ q, status }: ListFilter): boolean => q !== '' || status !== '';

export function matches({ name, status }: Pick<Document, 'name' | 'status'>, filter: ListFilter): boolean {
  const named = name.toLowerCase().includes(filter.q.trim().toLowerCase());
  return named && (filter.status === '' || filter.status === status);
}

/** The filter an address asks for; what it does not know it leaves out. */
export function filterOf(search: string): ListFilter {
  const query = new URLSearchParams(search);
  const status = query.get('status') ?? '';
  return {
    q: query.get('q') ?? '',
    status: STATUSES.has(status) ? (status as Status) : '',
    sort: query.get('sort') === 'oldest' ? 'oldest' : 'newest',
  };
}

/** A filter as a query, for the address and for the API: empty when it keeps back nothing. */
export function queryOf({ q, status, sort }: ListFilter): URLSearchParams {
  const query = new URLSearchParams();
  if (q.trim()) query.set('q', q.trim());
  if (status) query.set('status', status);
  if (sort !== 'newest') query.set('sort', sort);
  return query;
}
