import { useEffect, useState } from 'react';
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
      <Choice
        label={messages.list.status}
        testId="list-status"
        value={filter.status}
        choices={{ '': messages.list.anyStatus, ...messages.status }}
        onChoose={(status) => onChange({ status })}
      />
      <Choice
        label={messages.list.sort}
        testId="list-sort"
        value={filter.sort}
        choices={messages.list.sorts}
        onChoose={(sort) => onChange({ sort })}
      />
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  testId: string;
  value: Value;
  /** The name of each value, in the order they are offered. */
  choices: Record<Value, string>;
  onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ label, testId, value, choices, onChoose }: ChoiceProps<Value>) {
  return (
    <label>
      <span className="visually-hidden">{label}</span>
      <select data-testid={testId} value={value} onChange={(event) => onChoose(event.target.value as Value)}>
        {(Object.entries(choices) as [Value, string][]).map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
