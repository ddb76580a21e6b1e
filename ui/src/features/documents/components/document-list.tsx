import { documentPath, homePath, Link } from '../../../lib/router';
import { useNow } from '../../../lib/use-now';
import { PlusIcon } from '../../../components/icons';
import { messages } from '../../../messages';
import { useLiveList } from '../use-live-list';
import { DocumentItem } from './document-item';
import styles from './document-list.module.css';

const MINUTE_MS = 60_000;

/** All documents, newest first, moving as they move; `current` is the one that is open. */
export function DocumentList({ current }: { current: string | null }) {
  const { data, isPending, isError, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useLiveList();
  const now = useNow(MINUTE_MS);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={styles.list}>
      <div className={styles.head}>
        <h2>{messages.list.title}</h2>
        {current !== null && (
          <Link href={homePath} className="button" data-size="small">
            <PlusIcon size={16} />
            {messages.newDocument}
          </Link>
        )}
      </div>
      {isPending && <p className={styles.note}>{messages.list.loading}</p>}
      {isError && !data && (
        <p className={styles.note}>
          {messages.list.failed}{' '}
          <button type="button" className="button" data-size="small" onClick={() => void refetch()}>
            {messages.tryAgain}
          </button>
        </p>
      )}
      {data && items.length === 0 && <p className={styles.note}>{messages.list.empty}</p>}
      <ul data-testid="document-list">
        {items.map((item) => (
          <li key={item.id}>
            <DocumentItem
              document={item}
              href={documentPath(item.id)}
              current={item.id === current}
              minute={Math.floor(now / MINUTE_MS)}
            />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {messages.list.more}
        </button>
      )}
    </section>
  );
}
