import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, type FormEvent, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { messages } from '../../../messages';
import { ChunkItem } from './chunk-item';
import type { ChunksProps } from './chunk-list';
import styles from './chunk-list.module.css';

const ESTIMATED_HEIGHT = 88;
const BEYOND_VIEW = 8;

/** A long list of which only what is in view is on the page; the row that has the focus stays. */
export default function VirtualChunks({ chunks, ended, opened, language }: ChunksProps) {
  const list = useRef<HTMLOListElement>(null);
  const top = useTopOf(list);
  const [focused, setFocused] = useState<number | null>(null);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      return focused === null || shown.includes(focused) ? shown : [...shown, focused].toSorted((a, b) => a - b);
    },
    [focused],
  );
  // The page is not built with the compiler that this rule speaks for.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useWindowVirtualizer({
    count: chunks.length,
    estimateSize: () => ESTIMATED_HEIGHT,
    overscan: BEYOND_VIEW,
    scrollMargin: top,
    scrollPaddingStart: 112,
    rangeExtractor,
  });

  function goTo(part: number): void {
    const index = Math.min(chunks.length, Math.max(1, part)) - 1;
    setFocused(index);
    rows.scrollToIndex(index, { align: 'start' });
    requestAnimationFrame(() => document.getElementById(`chunk-${index}`)?.focus({ preventScroll: true }));
  }

  return (
    <>
      <GoTo total={chunks.length} onGo={goTo} />
      {/* It only hears which row has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol
        ref={list}
        className={styles.virtual}
        style={{ height: rows.getTotalSize() }}
        onFocus={(event) => setFocused(indexOf(event))}
        onBlur={() => setFocused(null)}
      >
        {rows.getVirtualItems().map(({ index, start }) => (
          <ChunkItem
            key={index}
            ref={rows.measureElement}
            style={{ transform: `translateY(${start - top}px)` }}
            chunk={chunks[index]!}
            ended={ended}
            open={index === opened}
            total={chunks.length}
            language={language}
          />
        ))}
      </ol>
    </>
  );
}

function GoTo({ total, onGo }: { total: number; onGo: (part: number) => void }) {
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const part = Number(new FormData(event.currentTarget).get('part'));
    if (Number.isInteger(part) && part > 0) onGo(part);
  }
  return (
    <form className={styles.goTo} onSubmit={submit}>
      <label htmlFor="go-to-part">{messages.chunks.goTo}</label>
      <input id="go-to-part" name="part" type="number" inputMode="numeric" min={1} max={total} required />
      <button type="submit" className="button" data-size="small">
        {messages.chunks.go}
      </button>
    </form>
  );
}

function indexOf(event: FocusEvent): number | null {
  const row = event.target.closest<HTMLElement>('[data-index]');
  return row ? Number(row.dataset['index']) : null;
}

/** How far below the top of the page an element begins, also when what is above it grows. */
function useTopOf(element: React.RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => {
      const box = element.current?.getBoundingClientRect();
      if (box) setTop(Math.round(box.top + window.scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [element]);
  return top;
}
