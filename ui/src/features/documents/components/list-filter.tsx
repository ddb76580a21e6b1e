import { useEffect, useState } from 'react';
import type { Status } from '../../../api/types';
import { SearchIcon } from '../../../components/icons';
import type { ListFilter } from '../../../domain/list-filter';
import { messages } from '../../../messages';
import styles from './list-filter.module.css';

const WAIT_MS = 250;

interface FilterProps {
  filter: ListFilter;
  onChange: (part: Partial<ListFilter>) => void;
}

/** Which documents to show. The list follows a little after the typing. */
export function ListFilterFields({ filter, onChange }: FilterProps) {
  const [typed, setTyped] = useState(filter.q);
  const [applied, setApplied] = useState(filter.q);
  if (applied !== filter.q) {
    setApplied(filter.q);
    setTyped(filter.q);
  }
  useEffect(() => {
    if (typed === filter.q) return;
    const timer = setTimeout(() => onChange({ q: typed }), WAIT_MS);
    return () => clearTimeout(timer);
  }, [typed, filter.q, onChange]);
  return (
    <div className={styles.filter} role="search" aria-label={messages.list.filter}>
      <label className={styles.search}>
        <span className="visually-hidden">{messages.list.search}</span>
        <SearchIcon size={16} />
        <input
          type="search"
          data-testid="list-search"
          value={typed}
          placeholder={messages.list.search}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <label>
        <span className="visually-hidden">{messages.list.status}</span>
        <select
          data-testid="list-status"
          value={filter.status}
          onChange={(event) => onChange({ status: event.target.value as ListFilter['status'] })}
        >
          <option value="">{messages.list.anyStatus}</option>
          {(Object.entries(messages.status) as [Status, string][]).map(([status, name]) => (
            <option key={status} value={status}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="visually-hidden">{messages.list.sort}</span>
        <select
          data-testid="list-sort"
          value={filter.sort}
          onChange={(event) => onChange({ sort: event.target.value as ListFilter['sort'] })}
        >
          {(Object.entries(messages.list.sorts) as [ListFilter['sort'], string][]).map(([sort, name]) => (
            <option key={sort} value={sort}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
