import { useEffect, useRef } from 'react';
import type { Document } from '../../../api/types';
import { PlusIcon } from '../../../components/icons';
import { PendingButton } from '../../../components/pending-button';
import { isFiltered, noFilter } from '../../../domain/list-filter';
import { passFocusOn } from '../../../lib/pass-focus-on';
import { documentPath, homePath, Link } from '../../../lib/router';
import { useNow } from '../../../lib/use-now';
import { messages } from '../../../messages';
import { useListFilter } from '../use-list-filter';
import { useLiveList } from '../use-live-list';
import { DocumentItem } from './document-item';
import styles from './document-list.module.css';
import { ListFilterFields } from './list-filter';

const MINUTE_MS = 60_000;

interface ListProps {
  /** The one that is open. */
  current: string | null;
  /** Asks whether to delete one. */
  onDelete: (document: Document) => void;
}

/** The documents, newest first unless wanted otherwise, moving as they move. */
export function DocumentList({ current, onDelete }: ListProps) {
  const [filter, change] = useListFilter();
  const { data, isPending, isError, isFetching, refetch, ...more } = useLiveList(filter);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = more;
  const now = useNow(MINUTE_MS);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = isFiltered(filter);
  const list = useRef<HTMLUListElement>(null);

  const pages = data?.pages.length ?? 0;

  // A list that is read again (its news came back) drops the page that was asked for, on its way or failed: it is asked
  // for until it is there; after a failure, with the next reading.
  const wanted = useRef({ filter, pages: 0, rows: 0 });
  useEffect(() => {
    const { pages: until, rows } = wanted.current;
    if (until === 0) return;
    if (wanted.current.filter === filter && pages < until && hasNextPage) {
      if (!isFetching && !isFetchNextPageError) void fetchNextPage();
      return;
    }
    wanted.current.pages = 0;
    // With the last page the button goes: the keyboard goes on with the first row that came.
    if (!hasNextPage) requestAnimationFrame(() => focusRow(list.current, rows));
  });

  function readMore(): void {
    wanted.current = { filter, pages: pages + 1, rows: items.length };
    void fetchNextPage();
  }

  return (
    <section className={styles.list} tabIndex={-1}>
      <div className={styles.head}>
        <h2>{messages.list.title}</h2>
        {current !== null && (
          <Link href={homePath} className="button" data-size="small">
            <PlusIcon size={16} />
            {messages.newDocument}
          </Link>
        )}
      </div>
      {(filtered || filter.sort !== 'newest' || items.length > 1) && (
        <ListFilterFields filter={filter} onChange={change} />
      )}
      <p className="visually-hidden" role="status" data-testid="list-found">
        {filtered && data ? messages.list.found(items.length, hasNextPage) : ''}
      </p>
      {isPending && <p className={styles.note}>{messages.list.loading}</p>}
      {isError && !data && (
        <p className={styles.note}>
          {messages.list.failed}{' '}
          <button ref={passFocusOn} type="button" className="button" data-size="small" onClick={() => void refetch()}>
            {messages.tryAgain}
          </button>
        </p>
      )}
      {data && items.length === 0 && (
        <p className={styles.note}>
          {filtered ? messages.list.nothingFound : messages.list.empty}{' '}
          {filtered && (
            <button
              ref={passFocusOn}
              type="button"
              className="button"
              data-size="small"
              onClick={() => change(noFilter)}
            >
              {messages.list.clear}
            </button>
          )}
        </p>
      )}
      <ul ref={list} data-testid="document-list">
        {items.map((item) => (
          <DocumentItem
            key={item.id}
            document={item}
            href={documentPath(item.id)}
            current={item.id === current}
            minute={Math.floor(now / MINUTE_MS)}
            onDelete={onDelete}
          />
        ))}
      </ul>
      {isFetchNextPageError && (
        <p className={styles.note} role="alert">
          {messages.list.failed}
        </p>
      )}
      {hasNextPage && (
        <PendingButton pending={isFetchingNextPage} onClick={readMore}>
          {messages.list.more}
        </PendingButton>
      )}
    </section>
  );
}

function focusRow(list: Element | null, index: number): void {
  const { activeElement, body } = document;
  if (activeElement && activeElement !== body) return;
  (list?.children[index] ?? list?.lastElementChild)?.querySelector('a')?.focus({ preventScroll: true });
}
